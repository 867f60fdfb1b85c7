namespace TradeBot.Reporting.Tests.Html;

public class HtmlWriterTests
{
    [Fact]
    public void Attributes_and_text_are_escaped() => Assert.Equal(
        "<a title=\"&quot;&gt;&lt;b&gt;\" data-x=\"1=2\">&lt;i&gt;</a>",
        new HtmlWriter().Element("a", "<i>", "title=\"><b>", "data-x=1=2", "").ToString());

    [Fact]
    public void An_element_left_open_is_an_error() =>
        Assert.Throws<InvalidOperationException>(() => new HtmlWriter().Open("div").ToString());
}
