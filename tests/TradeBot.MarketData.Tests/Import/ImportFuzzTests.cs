using System.Globalization;
using System.Text;

namespace TradeBot.MarketData.Tests.Import;

/// <summary>Damages one line of files of many layouts: every other line is read right, or the file is refused with a reason.</summary>
public class ImportFuzzTests
{
    private const int Inputs = 100_000;
    private const int Rows = 40; // a damaged line may become two, which are still less than one in twenty

    private static readonly Layout[] s_layouts =
    [
        new("X_1d.csv", "Datum;Eröffnung;Hoch;Tief;Schlusskurs;Volumen\n", (c, _) => $"{c.OpenTime:dd.MM.yyyy};{German(c.Open)};{German(c.High)};{German(c.Low)};{German(c.Close)};{German(c.Volume)}"),
        new("EURUSD_Candlestick_1_M_BID.csv", "Gmt time,Open,High,Low,Close,Volume\n", (c, _) => Plain($"{c.OpenTime:dd.MM.yyyy HH:mm:ss.fff},{c.Open},{c.High},{c.Low},{c.Close},{c.Volume}"), Timeframe.OneMinute),
        new("X_1d.csv", "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n", (c, _) => Plain($"\"{c.OpenTime:MMM dd, yyyy}\",\"{c.Close:N2}\",\"{c.Open:N2}\",\"{c.High:N2}\",\"{c.Low:N2}\",\"{c.Volume / 1000}K\",\"1.25%\"")),
        new("X_1d.csv", "Date,Close/Last,Volume,Open,High,Low\n", (c, _) => Plain($"{c.OpenTime:MM/dd/yyyy},${c.Close},{c.Volume},${c.Open},${c.High},${c.Low}")),
        new("X_M1_2024.csv", "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n", (c, _) => Plain($"{c.OpenTime:yyyy.MM.dd}\t{c.OpenTime:HH:mm:ss}\t{c.Open}\t{c.High}\t{c.Low}\t{c.Close}\t{c.Volume}\t0\t5"), Timeframe.OneMinute),
        new("X_1m.csv", "", (c, _) => Plain($"{c.OpenTime:yyyy.MM.dd},{c.OpenTime:HH:mm},{c.Open},{c.High},{c.Low},{c.Close},{c.Volume}"), Timeframe.OneMinute),
        new("all.txt", "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\n", (c, s) => Plain($"{s},60,{c.OpenTime:yyyyMMdd},{c.OpenTime:HHmmss},{c.Open},{c.High},{c.Low},{c.Close},{c.Volume},0"), Timeframe.OneHour, IsMixed: true),
        new("all_1h.csv", "date,symbol,open,high,low,close,volume\n", (c, s) => Plain($"{c.OpenTime:yyyy-MM-dd HH:mm},{s},{c.Open},{c.High},{c.Low},{c.Close},{c.Volume}"), Timeframe.OneHour, IsMixed: true),
        new("X_1h.csv", "date,open,high,low,close,volume\n", (c, _) => Plain($"{c.OpenTime:yyyy-MM-dd'T'HH:mm:ss}.000000000Z,{c.Open},{c.High},{c.Low},{c.Close},{c.Volume}"), Timeframe.OneHour),
        new("X_1h.csv", "ts,o,h,l,c,vol,volCcy,volCcyQuote,confirm\n", (c, _) => Plain($"{Unix(c)},{c.Open},{c.High},{c.Low},{c.Close},{c.Volume},{c.Volume * c.Close},{c.Volume * c.Close},1"), Timeframe.OneHour, HasTurnover: true),
        new("X_1h.csv", "", (c, _) => Plain($"{Unix(c) / 1000},{c.Open},{c.High},{c.Low},{c.Close},{c.Volume},{c.Volume + 3}"), Timeframe.OneHour),
        new("X_1h.csv", "time,open,high,low,close,Volume,Volume MA\n", (c, _) => Plain($"{Unix(c) / 1000},{c.Open},{c.High},{c.Low},{c.Close},{c.Volume},{c.Volume + 1}"), Timeframe.OneHour),
        new("X_1h.csv", "", (c, _) => Plain($"{Unix(c)},{c.Open},{c.High},{c.Low},{c.Close},{c.Volume},{Unix(c) + 3_599_999},{c.Volume * c.Close},9,1,1,0"), Timeframe.OneHour, HasTurnover: true),
        new("X_1h.csv", "", (c, _) => Plain($"{Unix(c) / 1000},{c.Low},{c.High},{c.Open},{c.Close},{c.Volume}"), Timeframe.OneHour),
    ];

    private static readonly string[] s_snippets =
    [
        ",", ";", "\t", "\n", "\r\n", "\"", "\"\"", ".", "-", "+", "e", "E5", "0", "9", "1e999", "NaN", " ", "\0", "\uFEFF", "é", "٢", "K", "M", "%", "$", "'",
        "13", "31", "1672531260", "1672531260000000", "20240230", "99999999999999999999", "AM", "Z", "+01:00", "GMT", "Jan", "1,000", "1.000,5", "true", "BBB",
    ];

    [Fact]
    public void Every_undamaged_line_is_read_right_or_the_file_is_refused_with_a_reason()
    {
        var random = new Random(20_240_102);
        (string[] Lines, Candle[] Candles)[] files = [.. s_layouts.Select(Make)];
        int read = 0;
        for (int i = 0; i < Inputs; i++)
        {
            int layout = random.Next(s_layouts.Length), damaged = random.Next(Rows);
            byte[] line = Damage(Encoding.UTF8.GetBytes(files[layout].Lines[damaged]), random);
            if (IsReadRight(s_layouts[layout], files[layout].Lines, files[layout].Candles, damaged, line))
                read++;
        }

        Assert.InRange(read, Inputs / 4, Inputs); // a damaged line spoils few files
    }

    [Fact]
    public void Undamaged_files_are_read_whole()
    {
        foreach (Layout layout in s_layouts)
        {
            (string[] lines, Candle[] candles) = Make(layout);
            IReadOnlyList<ImportResult> read = ImportText.ReadAll(layout.Name, $"{layout.Header}{string.Concat(lines.Select(line => line + "\n"))}");
            Assert.Equal(Rows, read.Sum(one => one.Table.Count));
            Assert.True(candles.ToHashSet().SetEquals(read.SelectMany(one => one.Rows())), layout.Header);
            Assert.All(read, one => Assert.False(one.Validate().HasErrors));
        }
    }

    private static bool IsReadRight(Layout layout, string[] lines, Candle[] candles, int damaged, byte[] line)
    {
        byte[] input = [.. Encoding.UTF8.GetBytes(layout.Header), .. lines.SelectMany((text, i) => (byte[])[.. i == damaged ? line : Encoding.UTF8.GetBytes(text), (byte)'\n'])];
        IReadOnlyList<ImportResult> read;
        try
        {
            read = CandleImport.ReadAll(new MemoryStream(input), layout.Name);
        }
        catch (CandleDataException exception)
        {
            Assert.Equal(layout.Name, exception.File);
            Assert.NotEmpty(exception.Expectation);
            return false;
        }

        HashSet<(string, Candle)> found = [.. read.SelectMany(one => one.Rows().Select(candle => (one.Table.Symbol, candle)))];
        for (int i = 0; i < lines.Length; i++)
            Assert.True(i == damaged || found.Contains((layout.SymbolOf(i), candles[i])), $"Line {i} is wrong or missing:\n{Encoding.UTF8.GetString(input)}");
        return true;
    }

    private static (string[] Lines, Candle[] Candles) Make(Layout layout)
    {
        var random = new Random(7);
        Candle[] candles = new Candle[Rows];
        string[] lines = new string[Rows];
        DateTime start = new(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc);
        TimeSpan step = layout.Step == default ? TimeSpan.FromDays(1) : layout.Step.Duration;
        for (int i = 0; i < Rows; i++)
        {
            double low = random.Next(80_000, 90_000) * 0.25, open = low + random.Next(1, 20) * 0.25 + 0.25, close = low + random.Next(1, 20) * 0.25, volume = random.Next(100, 900) * 0.5;
            candles[i] = new Candle(
                start + (layout.IsMixed ? i / 2 : i) * step, open, Math.Max(open, close) + 1.25, low - 0.5, close, volume, layout.HasTurnover ? volume * close : double.NaN);
            lines[i] = layout.Line(candles[i], layout.SymbolOf(i));
        }

        return (lines, candles);
    }

    private static byte[] Damage(byte[] line, Random random)
    {
        List<byte> bytes = [.. line];
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            int place = random.Next(bytes.Count + 1), length = Math.Min(random.Next(1, 16), bytes.Count - place);
            switch (random.Next(7))
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
                default:
                    bytes.InsertRange(place, Encoding.UTF8.GetBytes(s_snippets[random.Next(s_snippets.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    private static string Plain(FormattableString text) => FormattableString.Invariant(text);

    private static string German(double value) => value.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    private static long Unix(Candle candle) => UnixTime.FromDateTime(candle.OpenTime);

    private sealed record Layout(
        string Name, string Header, Func<Candle, string, string> Line, Timeframe Step = default, bool IsMixed = false, bool HasTurnover = false)
    {
        public string SymbolOf(int row) => IsMixed ? row % 2 == 0 ? "AAA" : "BBB" : ForeignFileName.Parse(Name).Symbol!;
    }
}
