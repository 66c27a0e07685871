/** The few words for the time before the drawing code is there, or when it can't come. */
const WORDS = {
  en: "Item,Value,Year,Group,The chart is not available.",
  hans: "指标,数值,年份,分组,图表暂时无法显示。",
  hant: "指標,數值,年份,分組,圖表暫時無法顯示。",
};

/** Four column heads, then the sentence for a chart that can't be drawn, in the reader's language. */
export const wordsFor = (node) => {
  const lang = node.closest("[lang]")?.lang || navigator.language;
  return WORDS[/^zh/i.test(lang) ? (/hant|-(tw|hk|mo)/i.test(lang) ? "hant" : "hans") : "en"].split(",");
};
