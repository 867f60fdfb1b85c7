using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace TradeBot.Exchanges.Tests.Wire;

public class NearestDoubleTests
{
    [Fact]
    public void A_long_volume_keeps_its_last_digit()
    {
        // The language's conversion gives …426E+18, one bit below the nearest double.
        Assert.Equal(double.Parse("1097678360067342537.7854", CultureInfo.InvariantCulture), NearestDouble.Of(1097678360067342537.7854m));
        Assert.NotEqual((double)1097678360067342537.7854m, NearestDouble.Of(1097678360067342537.7854m));
    }

    [Fact]
    public void Every_decimal_becomes_the_double_of_its_text()
    {
        Gen<decimal> any = Gen.Choose(int.MinValue, int.MaxValue).ArrayOf(3)
            .SelectMany(parts => Gen.Choose(0, 28), (parts, scale) => new decimal(parts[0], parts[1], parts[2] % 3 == 0 ? parts[2] : 0, parts[1] < 0, (byte)scale));
        Prop.ForAll(any.ToArbitrary(), value => NearestDouble.Of(value).Equals(double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));
    }
}
