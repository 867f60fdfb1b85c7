using System.Xml.Linq;

using AngleSharp.Html.Parser;

namespace TradeBot.Reporting.Tests.Html;

public class MarkupTests
{
    [Theory]
    [InlineData("<script>alert('x')</script>")]
    [InlineData("a & b \"quoted\" 'single' `back`")]
    [InlineData("Ω → 日本 😀")]
    public void Text_survives_HTML_and_XML_unchanged(string text)
    {
        string encoded = Markup.Encode(text);

        Assert.DoesNotContain('<', encoded);
        Assert.DoesNotContain('"', encoded);
        Assert.Equal(text, XElement.Parse($"<t>{encoded}</t>").Value);
        Assert.Equal(text, new HtmlParser().ParseDocument($"<p title=\"{encoded}\">").QuerySelector("p")!.GetAttribute("title"));
    }

    [Fact]
    public void Characters_that_XML_forbids_are_replaced() =>
        Assert.Equal("a\uFFFDb\uFFFD", XElement.Parse($"<t>{Markup.Encode("a\u0000b\u0008")}</t>").Value);
}
