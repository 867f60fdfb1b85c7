using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;

namespace TradeBot.Notebooks.Tests.Rendering;

public partial class TexFormulaTests
{
    [Theory]
    [InlineData(@"\frac{a}{b+1}", "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac>")]
    [InlineData(@"\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>")]
    [InlineData(@"\sqrt{x}", "<msqrt><mrow><mi>x</mi></mrow></msqrt>")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>")]
    [InlineData(@"x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>")]
    [InlineData(@"x^2_i", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>")]
    [InlineData(@"f'", "<msup><mi>f</mi><mo>′</mo></msup>")]
    [InlineData(@"\sigma \le 3.5", "<mi>σ</mi><mo>≤</mo><mn>3.5</mn>")]
    [InlineData(@"\sum_{i=1}^n i", "<munderover><mo movablelimits=\"true\">∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>")]
    [InlineData(@"\int_0^1", "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>")]
    [InlineData(@"\int\limits_0", "<munder><mo>∫</mo><mn>0</mn></munder>")]
    [InlineData(@"\text{if } x < 0", "<mtext>if&#160;</mtext><mi>x</mi><mo>&lt;</mo><mn>0</mn>")]
    [InlineData(@"\left( x \right]", "<mrow><mo fence=\"true\" stretchy=\"true\">(</mo><mi>x</mi><mo fence=\"true\" stretchy=\"true\">]</mo></mrow>")]
    [InlineData(@"\hat{y}", "<mover accent=\"true\"><mrow><mi>y</mi></mrow><mo>^</mo></mover>")]
    [InlineData(@"\bar r", "<mrow class=\"over\"><mi>r</mi></mrow>")]
    [InlineData(@"\Phi\phi", "<mi mathvariant=\"normal\">Φ</mi><mi>ϕ</mi>")]
    [InlineData(@"\mathbb{R}", "<mrow><mi>ℝ</mi></mrow>")]
    [InlineData(@"\mathrm{RSI}", "<mrow><mi mathvariant=\"normal\">RSI</mi></mrow>")]
    [InlineData(@"\mathbf{x}", "<mrow><mi>𝐱</mi></mrow>")]
    [InlineData(@"\not= \in", "<mo>=\u0338</mo><mo>∈</mo>")]
    [InlineData(@"a - b", "<mi>a</mi><mo>−</mo><mi>b</mi>")]
    [InlineData(@"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}", "<mrow><mo fence=\"true\" stretchy=\"true\">(</mo><mtable class=\"matrix\"><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable><mo fence=\"true\" stretchy=\"true\">)</mo></mrow>")]
    public void Becomes(string tex, string mathMl)
    {
        Assert.Equal(mathMl, Content(tex).Replace("\u00a0", "&#160;", StringComparison.Ordinal));
    }

    [Fact]
    public void A_command_that_is_not_known_stays_as_it_is_written()
    {
        Assert.Equal("<mtext class=\"tex\">\\wobble</mtext><mrow><mi>x</mi></mrow><mo>+</mo><mn>1</mn>", Content(@"\wobble{x} + 1"));
        Assert.Contains("<mtext class=\"tex\">\\begin{strange}</mtext>", Content(@"\begin{strange} x \end{strange}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_and_columns_without_an_environment_make_a_table()
    {
        Assert.Equal(
            "<mtable class=\"aligned\" displaystyle=\"true\"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mn>1</mn></mtd></mtr><mtr><mtd><mi>b</mi></mtd><mtd><mo>=</mo><mn>2</mn></mtd></mtr></mtable>",
            Content(@"a &= 1 \\ b &= 2"));
    }

    [Fact]
    public void Cases_have_a_brace_on_the_left_only()
    {
        string content = Content(@"f(x) = \begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}");

        Assert.Single(Stretched().Matches(content));
        Assert.Equal(2, content.Split("<mtr>").Length - 1);
    }

    [Fact]
    public void The_source_is_kept_as_an_annotation()
    {
        IDocument page = new HtmlParser().ParseDocument(TexFormula.MathMl("x < \"y\" & </math>", isBlock: true));

        Assert.Equal("x < \"y\" & </math>", page.QuerySelector("annotation")!.TextContent);
        Assert.Single(page.QuerySelectorAll("math[display=block]"));
    }

    [Theory]
    [InlineData("}")]
    [InlineData("{")]
    [InlineData(@"\frac{1")]
    [InlineData(@"\right)")]
    [InlineData(@"\left(")]
    [InlineData(@"\end{x}")]
    [InlineData(@"x^")]
    [InlineData(@"^2")]
    [InlineData("\\")]
    [InlineData("")]
    [InlineData(@"\begin{matrix} 1 & 2")]
    public void Broken_source_is_shown_and_never_an_error(string tex)
    {
        Assert.True(IsWellFormed(TexFormula.MathMl(tex, isBlock: false)));
    }

    [Fact]
    public void Nesting_has_a_bound()
    {
        Assert.Contains("class=\"tex\"", TexFormula.MathMl(new string('{', 100_000), isBlock: false), StringComparison.Ordinal);
        Assert.True(IsWellFormed(TexFormula.MathMl(string.Concat(Enumerable.Repeat(@"\sqrt", 50_000)), isBlock: false)));
        Assert.True(IsWellFormed(TexFormula.MathMl(string.Concat(Enumerable.Repeat(@"\left(", 50_000)), isBlock: false)));
    }

    [Fact]
    public void Any_source_gives_well_formed_markup_with_each_script_in_its_place()
    {
        string[] pieces = [@"\frac", @"\sqrt", "[", "]", "{", "}", "^", "_", "x", "12", "&", @"\\", @"\left(", @"\right)", @"\begin{cases}", @"\end{cases}", @"\text{a b}", @"\unknown", "'", @"\sum", @"\mathbf", @"\not", @"\big", "<"];
        Gen<string> source = Gen.Elements(pieces).ListOf().Select(list => string.Concat(list));

        Prop.ForAll(Arb.From(source), tex => IsWellFormed(TexFormula.MathMl(tex, isBlock: true))).QuickCheckThrowOnFailure();
    }

    private static string Content(string tex)
    {
        string html = TexFormula.MathMl(tex, isBlock: false);
        const string before = "<math><semantics><mrow>";
        Assert.StartsWith(before, html, StringComparison.Ordinal);
        return html[before.Length..html.IndexOf("</mrow><annotation", StringComparison.Ordinal)];
    }

    /// <summary>True when elements nest as XML and hold as many parts as MathML asks of them.</summary>
    private static bool IsWellFormed(string mathMl)
    {
        var parts = new Dictionary<string, int> { ["mfrac"] = 2, ["mroot"] = 2, ["msub"] = 2, ["msup"] = 2, ["msubsup"] = 3, ["munder"] = 2, ["mover"] = 2, ["munderover"] = 3 };
        return System.Xml.Linq.XElement.Parse(mathMl).DescendantsAndSelf()
            .All(element => !parts.TryGetValue(element.Name.LocalName, out int count) || element.Elements().Count() == count);
    }

    [GeneratedRegex("stretchy=\"true\"")]
    private static partial Regex Stretched();
}
