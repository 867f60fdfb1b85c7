namespace TradeBot.Notebooks.Tests.Runner;

public class ParameterValueTests
{
    private enum Side
    {
        Buy,
        Sell,
    }

    public static TheoryData<Type, string, object?> Read => new()
    {
        { typeof(Side), "sell", Side.Sell },
        { typeof(Side?), "Buy", Side.Buy },
        { typeof(Side?), "null", null },
        { typeof(int?), "12", 12 },
        { typeof(int?), "", null },
        { typeof(double?), "null", null },
        { typeof(DateOnly), "2024-02-29", new DateOnly(2024, 2, 29) },
        { typeof(DateOnly?), "null", null },
        { typeof(TimeSpan), "00:30:00", TimeSpan.FromMinutes(30) },
        { typeof(TimeSpan), "1.12:00", TimeSpan.FromHours(36) },
        { typeof(int[]), "5, 10,20", new[] { 5, 10, 20 } },
        { typeof(int[]), "[7]", new[] { 7 } },
        { typeof(double[]), "", Array.Empty<double>() },
        { typeof(string[]), "BTCUSDT,ETHUSDT", new[] { "BTCUSDT", "ETHUSDT" } },
        { typeof(Side[]), "Buy,Sell", new[] { Side.Buy, Side.Sell } },
        { typeof(int?[]), "1,null", new int?[] { 1, null } },
        { typeof(Version), "1.2.3", new Version(1, 2, 3) },
        { typeof(byte), "200", (byte)200 },
    };

    [Theory]
    [MemberData(nameof(Read))]
    public void A_text_becomes_a_value_of_the_variables_type(Type type, string text, object? value) =>
        Assert.Equal(value, ParameterValue.Convert("p", text, type));

    [Theory]
    [InlineData(typeof(Side), "hold", "one of Buy, Sell; \"hold\" is not")]
    [InlineData(typeof(Side), "1", "one of Buy, Sell; \"1\" is not")]
    [InlineData(typeof(int?), "1.5", "a whole number (int), or null; \"1.5\" is not")]
    [InlineData(typeof(DateOnly), "2023-02-29", "a day, such as 2024-01-31; \"2023-02-29\" is not")]
    [InlineData(typeof(TimeSpan), "30", "a duration")]
    [InlineData(typeof(double[]), "1,two", "each a number (double, with a decimal point); \"1,two\" is not")]
    [InlineData(typeof(byte), "256", "a byte; \"256\" is not")]
    [InlineData(typeof(object), "x", "has no Parse(string)")]
    [InlineData(typeof(int[,]), "1", "has no Parse(string)")]
    public void What_does_not_fit_is_refused_with_what_does(Type type, string text, string why)
    {
        var mistake = Assert.Throws<NotebookParameterException>(() => ParameterValue.Convert("p", text, type));
        Assert.StartsWith("Parameter \"p\" is ", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(why, mistake.Message, StringComparison.Ordinal);
    }
}
