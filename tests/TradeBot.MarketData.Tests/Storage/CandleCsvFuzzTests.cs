using System.Text;

namespace TradeBot.MarketData.Tests.Storage;

public class CandleCsvFuzzTests
{
    private const int Inputs = 100_000;

    private static readonly string[] s_texts =
    [
        "timestamp,open,high,low,close,volume\n1672531200000,16541.77,16544.76,16538.45,16543.67,83.08143\n1672531260000,16543.04,16544.41,16538.48,16539.31,80.453\n1672531320000,2,2,2,2,0\n",
        "timestamp,open,high,low,close,volume,turnover,synthetic\n1672531200000,1E-07,2.5E-07,1E-08,2E-07,123456789.25,12.5,0\n1672531260000,3,3,3,3,0,,1\n",
        "\uFEFFvolume,close,low,high,open,timestamp\r\n\"5\",3e0,1.,+4,2.0E0,1672531200000\r\n\"6\",3,1,4,2,1672531260000\r\n",
        "timestamp,open,high,low,close,volume,turnover\n0,1234567890.12345678,9007199254740993,0.000000000000000000001,123456789012345678901234567890,1,1\n",
    ];

    private static readonly string[] s_snippets =
    [
        ",", "\n", "\r\n", "\r", "\"", "\"\"", ".", "-", "+", "e", "E5", "0", "9", "1e999", "NaN", "Infinity", "-0", " ", "\t", "\0", "\uFEFF",
        "é", "٢", "1672531260", "1672531260000000", "1672531200000", "99999999999999999999", "timestamp", "synthetic", ",turnover", "0x1F", "1,000", "\n\n",
    ];

    [Fact]
    public void Every_mutated_input_is_read_right_or_refused_with_file_row_and_reason()
    {
        var random = new Random(20_230_101);
        int read = 0;
        for (int i = 0; i < Inputs; i++)
        {
            byte[] input = Mutate(Encoding.UTF8.GetBytes(s_texts[random.Next(s_texts.Length)]), random);
            if (AgreesWithOracle(input))
                read++;
        }

        Assert.InRange(read, Inputs / 50, Inputs / 2); // both outcomes are tried in earnest
    }

    /// <returns>True when the input was read, false when it was refused.</returns>
    private static bool AgreesWithOracle(byte[] input)
    {
        (List<double[]>? expected, int faultLine) = CandleCsvOracle.Read(input);
        try
        {
            using var stream = new MemoryStream(input);
            CandleSeries series = CandleCsv.Read(stream, "BTCUSDT", Timeframe.OneMinute, "fuzz.csv");
            Assert.True(expected is not null, $"Read what is wrong in line {faultLine}:\n{Show(input)}");
            AssertSame(expected, series, input);
            return true;
        }
        catch (CandleDataException exception)
        {
            Assert.True(expected is null, $"Refused what is right: {exception.Message}\n{Show(input)}");
            Assert.True(exception.Row == faultLine, $"Expected line {faultLine}: {exception.Message}\n{Show(input)}");
            Assert.Equal("fuzz.csv", exception.File);
            Assert.NotEmpty(exception.Expectation);
            return false;
        }
    }

    private static void AssertSame(List<double[]> expected, CandleSeries series, byte[] input)
    {
        Assert.True(expected.Count == series.Count, Show(input));
        for (int i = 0; i < expected.Count; i++)
        {
            Candle candle = series[i];
            double[] actual =
            [
                series.OpenTimes[i], candle.Open, candle.High, candle.Low, candle.Close, candle.Volume, candle.Turnover,
                series.HasSynthetic ? (series.IsSynthetic(i) ? 1 : 0) : double.NaN,
            ];
            Assert.True(expected[i].AsSpan().SequenceEqual(actual), $"Row {i} is {string.Join(' ', actual)}:\n{Show(input)}");
        }
    }

    private static byte[] Mutate(byte[] text, Random random)
    {
        List<byte> bytes = [.. text];
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            int place = random.Next(bytes.Count + 1), length = Math.Min(random.Next(1, 24), bytes.Count - place);
            switch (random.Next(8))
            {
                case 0 when place < bytes.Count:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when place < bytes.Count:
                    bytes[place] = (byte)('0' + random.Next(10));
                    break;
                case 2:
                    bytes.Insert(place, (byte)('0' + random.Next(10)));
                    break;
                case 3:
                    bytes.RemoveRange(place, length);
                    break;
                case 4:
                    bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(place, length));
                    break;
                case 5 when random.Next(4) == 0:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
                default:
                    bytes.InsertRange(place, Encoding.UTF8.GetBytes(s_snippets[random.Next(s_snippets.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    private static string Show(byte[] input) => Encoding.Latin1.GetString(input)
        .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal);
}
