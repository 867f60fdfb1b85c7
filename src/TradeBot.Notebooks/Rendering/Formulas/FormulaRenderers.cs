using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace TradeBot.Notebooks;

/// <summary>Writes a formula that stands alone as MathML.</summary>
internal sealed class FormulaBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock obj)
    {
        renderer.EnsureLine();
        renderer.WriteLine(TexFormula.MathMl(obj.Lines.ToString(), isBlock: true));
    }
}

/// <summary>Writes a formula in running text, <c>$…$</c>, or between two dollars each, as MathML.</summary>
internal sealed class FormulaInlineRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline obj) =>
        renderer.Write(TexFormula.MathMl(obj.Content.ToString(), isBlock: obj.DelimiterCount > 1));
}
