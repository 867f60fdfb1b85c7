using TradeBot.Integrations.AutoML;
using TradeBot.Learning;

namespace TradeBot.Integrations.MLNet.Tests;

/// <summary>The parts of AutoML's bridge that need no AutoML.</summary>
public class AutoMlPartsTests
{
    [Theory]
    [InlineData("""{"_SCHEMA_":"e0","e0":{"NumberOfTrees":4}}""", "fast tree")]
    [InlineData("""{"_SCHEMA_":"e2"}""", "LightGBM")]
    [InlineData("""{"_SCHEMA_":"e4"}""", "SDCA logistic")]
    [InlineData("""{"_SCHEMA_":"e9"}""", "e9")]
    [InlineData("{}", "unknown")]
    [InlineData("[]", "unknown")]
    public void A_trial_names_its_method(string parameters, string method) => Assert.Equal(method, TrialMethod.Of(parameters));

    [Fact]
    public void Rows_of_different_weights_are_refused_by_row_and_rows_of_one_weight_pass()
    {
        Dataset data = Dataset.FromColumns(["a"], [[1, 2, 3]], [0, 1, 0]);
        SearchWeights.Require(data);
        SearchWeights.Require(data.WithWeights([2, 0, 2]));

        var error = Assert.Throws<ArgumentException>(() => SearchWeights.Require(data.WithWeights([1, 0, 2])));
        Assert.Contains("row 2 has 2 and others 1", error.Message, StringComparison.Ordinal);
    }
}
