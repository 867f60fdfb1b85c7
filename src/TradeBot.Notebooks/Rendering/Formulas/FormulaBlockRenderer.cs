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
