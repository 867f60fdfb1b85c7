namespace TradeBot.Indicators.Tests.Catalog;

public class IndicatorCatalogTests
{
    [Fact]
    public void Every_public_indicator_is_in_the_catalog()
    {
        IEnumerable<Type> structs = typeof(IIndicator<,>).Assembly.GetExportedTypes().Where(type =>
            type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IIndicator<,>)));
        Assert.Empty(structs.Except(IndicatorCatalog.All.Select(d => d.Implementation)));
    }

    [Fact]
    public void Every_definition_is_complete_and_consistent()
    {
        foreach (IndicatorDefinition definition in IndicatorCatalog.All)
        {
            Assert.False(string.IsNullOrWhiteSpace(definition.Title));
            Assert.False(string.IsNullOrWhiteSpace(definition.Source));
            Assert.All(definition.Outputs, o => Assert.Matches("^[a-z][a-z0-9 ]*$", o.Name));
            Assert.Distinct(definition.Outputs.Select(o => o.Name));
            Assert.All(definition.Outputs, o => Assert.True(o.Min < o.Max, $"{definition}: {o.Name}"));
            Assert.All(definition.Parameters, p => Assert.Matches("^[a-z][a-z0-9]*$", p.Name));
            Assert.Distinct(definition.Parameters.Select(p => p.Name));
            Assert.All(definition.Parameters, p =>
                Assert.True(p.Min <= p.SearchMin && p.SearchMin < p.SearchMax && p.SearchMax <= p.Max, $"{definition}: {p}"));
            Assert.Equal(definition.With(), IndicatorCatalog.Parse(definition.With().ToString()));
        }
    }

    [Theory]
    [InlineData("RSI")]
    [InlineData("rsi")]
    [InlineData(" r-s_i ")]
    public void A_name_is_found_however_it_is_written(string name) => Assert.Equal("RSI", IndicatorCatalog.Find(name).Name);

    [Fact]
    public void An_alias_finds_the_same_definition() => Assert.Same(IndicatorCatalog.Find("SMMA"), IndicatorCatalog.Find("Wilder"));

    [Fact]
    public void A_misspelt_name_is_answered_with_the_nearest()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => IndicatorCatalog.Find("RIS"));
        Assert.Contains("'RIS'", error.Message, StringComparison.Ordinal);
        Assert.Contains("RSI", error.Message, StringComparison.Ordinal);
        Assert.Null(IndicatorCatalog.TryFind("RIS"));
    }

    [Fact]
    public void An_indicator_reads_and_writes_as_a_call()
    {
        Indicator bands = IndicatorCatalog.Parse("bollinger( 30, 2.5 )");
        Assert.Equal("BB(30, 2.5)", bands.ToString());
        Assert.Equal([30, 2.5], bands.Arguments);
        Assert.Equal(30, bands.WarmUp);
        Assert.Equal(bands, IndicatorCatalog.Find("BB").With(new Dictionary<string, double> { ["deviations"] = 2.5, ["Period"] = 30 }));
        Assert.Equal(IndicatorCatalog.Find("BB").With(20, 2), IndicatorCatalog.Parse("BB"));
    }

    [Theory]
    [InlineData("RSI(14")]
    [InlineData("RSI(x)")]
    [InlineData("RSI(14,)")]
    public void Another_form_is_refused(string text) => Assert.Throws<FormatException>(() => IndicatorCatalog.Parse(text));

    [Theory]
    [InlineData("RSI(0)", "period must be a whole number in [1, 100000], got 0")]
    [InlineData("RSI(2.5)", "got 2.5")]
    [InlineData("RSI(14, 3)", "1 parameter (period), got 2")]
    public void A_value_that_is_not_accepted_is_named(string text, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => IndicatorCatalog.Parse(text));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_the_wrong_number_or_length_are_refused()
    {
        Indicator bands = IndicatorCatalog.Parse("BB");
        Assert.Throws<ArgumentException>(() => bands.Compute([1, 2], [new double[2]]));
        Assert.Throws<ArgumentException>(() => bands.Compute([1, 2], [new double[2], new double[2], new double[1]]));
        Assert.Throws<ArgumentException>(() => bands.Open().Update(default, new double[2]));
    }

    [Fact]
    public void An_indicator_of_candles_is_not_run_on_a_series() =>
        Assert.Throws<InvalidOperationException>(() => IndicatorCatalog.Parse("ATR").OpenOnValues());
}
