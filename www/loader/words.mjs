/** The few words for the time before the drawing code is there, or when it can't come. */
const ENGLISH = "Item,Value,Period,Group,The chart is unavailable.";
const SIMPLIFIED = "指标,数值,时间,分组,图表无法显示。";
const TRADITIONAL = "指標,數值,時間,分組,圖表無法顯示。";

/** Four column heads, then the sentence for a chart that can't be drawn, in the reader's language. */
export const wordsFor = (node) => {
  const lang = node.closest("[lang]")?.lang || navigator.language;
  return (/^zh/i.test(lang) ? (/hk|tw|mo|hant/i.test(lang) ? TRADITIONAL : SIMPLIFIED) : ENGLISH).split(",");
};
