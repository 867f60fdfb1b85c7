using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using TradeBot.MarketData;

namespace TradeBot.Cli.Printing;

/// <summary>Prints the results of the data commands as tables or as JSON.</summary>
internal sealed class DataPrinter
{
    private const int WidthOfFile = 200; // a log is searched, not read in columns

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(), new TimeframeConverter() },
    };

    private readonly TextWriter _output;
    private readonly IAnsiConsole _console;

    public DataPrinter(TextWriter output)
    {
        _output = output;
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!_console.Profile.Out.IsTerminal)
            _console.Profile.Width = WidthOfFile;
    }

    public void Json<T>(T value) => _output.Write(JsonSerializer.Serialize(value, JsonOptions) + "\n");

    /// <summary>A table whose cells are plain text; columns whose heading begins with # are right-aligned.</summary>
    public void Table(string[] columns, IEnumerable<string[]> rows)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in columns)
        {
            bool isNumber = column.StartsWith('#');
            var header = new TableColumn(Markup.Escape(column.TrimStart('#')));
            table.AddColumn(isNumber ? header.RightAligned() : header);
        }

        foreach (string[] row in rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        _console.Write(table);
    }

    /// <summary>One line, never wrapped.</summary>
    public void Line(string text) => _output.Write(text + "\n");

    private sealed class TimeframeConverter : JsonConverter<Timeframe>
    {
        public override Timeframe Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Timeframe.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Timeframe value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
