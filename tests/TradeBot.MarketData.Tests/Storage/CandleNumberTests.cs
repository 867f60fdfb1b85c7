using System.Globalization;
using System.Text;

namespace TradeBot.MarketData.Tests.Storage;

public class CandleNumberTests
{
    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("7", 7.0)]
    [InlineData("16541.77", 16541.77)]
    [InlineData("0.1", 0.1)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5.0)]
    [InlineData("9007199254740992", 9007199254740992.0)] // 2^53, the last integer that needs no rounding
    [InlineData("9007199254740993", 9007199254740992.0)] // halfway: to even
    [InlineData("900719925474.0993", 900719925474.0993)]
    [InlineData("999999999999999999", 1e18)]
    [InlineData("0.00000000000000001", 1e-17)]
    [InlineData("1e23", 1e23)]
    [InlineData("4.9406564584124654E-324", double.Epsilon)]
    [InlineData("1.7976931348623157E+308", double.MaxValue)]
    public void Reads_the_nearest_double(string text, double expected)
    {
        Assert.Equal(expected, CandleNumber.Parse(Encoding.ASCII.GetBytes(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("1..")]
    [InlineData("1.2.3")]
    [InlineData("1 ")]
    [InlineData("1\0")]
    [InlineData("1.5\0\0")]
    [InlineData("Infinity")]
    [InlineData("1e")]
    public void What_is_no_number_is_NaN(string text)
    {
        Assert.True(double.IsNaN(CandleNumber.Parse(Encoding.ASCII.GetBytes(text))));
    }

    [Fact]
    public void Agrees_with_the_library_bit_for_bit_on_a_million_decimals()
    {
        var random = new Random(11);
        Span<char> text = stackalloc char[24];
        Span<byte> bytes = stackalloc byte[24];
        for (int i = 0; i < 1_000_000; i++)
        {
            int length = random.Next(1, 21), point = random.Next(-1, length);
            for (int k = 0; k < length; k++)
                text[k] = k == point ? '.' : (char)('0' + random.Next(10));
            if (length == 1 && point == 0)
                continue;

            int written = Encoding.ASCII.GetBytes(text[..length], bytes);
            double expected = double.Parse(text[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(CandleNumber.Parse(bytes[..written])));
        }
    }
}
