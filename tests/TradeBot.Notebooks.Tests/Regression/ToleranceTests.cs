using FsCheck;
using FsCheck.Fluent;
using System.Text.Json.Nodes;
using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Regression;

public class ToleranceTests
{
    [Theory]
    [InlineData(double.NaN, double.NaN, true)]
    [InlineData(double.NaN, 1, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, false)]
    [InlineData(double.PositiveInfinity, 1e300, false)]
    [InlineData(0.0, -0.0, true)]
    [InlineData(1e-13, 0, true)]
    [InlineData(1, 1 + 2e-9, false)]
    public void Special_values_are_only_themselves(double recorded, double actual, bool accepted)
    {
        Assert.Equal(accepted, Tolerance.Default.Accepts(recorded, actual));
    }

    [Fact]
    public void Acceptance_is_symmetric_and_grows_with_the_tolerance()
    {
        Prop.ForAll<double, double>((a, b) =>
            Tolerance.Default.Accepts(a, b) == Tolerance.Default.Accepts(b, a)
            && (!Tolerance.Default.Accepts(a, b) || new Tolerance(1e-6, 1e-6).Accepts(a, b))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_tag_goes_before_the_cells_metadata_and_that_before_the_notebooks()
    {
        JsonObject tagged = Code("1", "relative=0.5"), own = Code("2"), plain = Code("3");
        tagged["metadata"]!["tradebot"] = JsonNode.Parse("""{"tolerance": {"relative": 0.1, "absolute": 7}}""");
        own["metadata"]!["tradebot"] = JsonNode.Parse("""{"tolerance": {"relative": 0.1}}""");
        NotebookDocument document = Document(tagged, own, plain);
        document.SetMetadata("tradebot", JsonNode.Parse("""{"tolerance": {"absolute": 3}}"""));

        Assert.Equal(
            [new Tolerance(0.5, 7), new Tolerance(0.1, 3), new Tolerance(0.25, 3)],
            document.Cells.Select(cell => RegressionTags.ToleranceOf(cell, document, new Tolerance(0.25, 0.25))));
    }

    [Theory]
    [InlineData("relative=lots")]
    [InlineData("absolute=-1")]
    [InlineData("absolute=")]
    public void A_tolerance_that_is_none_is_refused(string tag)
    {
        NotebookDocument document = Document(Code("1", tag));

        Assert.Contains(tag, Assert.Throws<NotebookFormatException>(() => RegressionTags.ToleranceOf(document.Cells[0], document, Tolerance.Default)).Message, StringComparison.Ordinal);
    }
}
