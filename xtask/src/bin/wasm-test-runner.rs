//! What cargo calls to run wasm tests in a browser: the runner of `wasm-bindgen-cli`, in the version that
//! the lock file names.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
