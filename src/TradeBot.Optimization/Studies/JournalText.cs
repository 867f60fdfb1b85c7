using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace TradeBot.Optimization;

/// <summary>Studies and trials as JSON; numbers are read back bit-identically.</summary>
internal static class JournalText
{
    public static void Write(Utf8JsonWriter json, StudyIdentity study)
    {
        json.WriteString("study", study.Name);
        json.WriteNumber("seed", study.Seed);
        json.WriteString("sampler", study.Sampler);
        json.WriteString("pruner", study.Pruner);
        json.WriteString("space", study.Space);
        json.WriteStartArray("directions");
        foreach (StudyDirection direction in study.Directions)
            json.WriteStringValue(direction.ToString());
        json.WriteEndArray();
        json.WriteString("data", study.DataHash);
    }

    public static StudyIdentity ReadStudy(JsonElement root) => new()
    {
        Name = root.Text("study"),
        Seed = root.GetProperty("seed").GetInt32(),
        Sampler = root.Text("sampler"),
        Pruner = root.TextOrNull("pruner"),
        Space = root.Text("space"),
        Directions = [.. root.GetProperty("directions").EnumerateArray().Select(d => Enum.Parse<StudyDirection>(d.GetString() ?? ""))],
        DataHash = root.TextOrNull("data"),
    };

    public static void Write(Utf8JsonWriter json, Trial trial)
    {
        json.WriteNumber("number", trial.Number);
        json.WriteNumber("seed", trial.Seed);
        json.WriteStartObject("parameters");
        foreach ((string name, ParameterValue value) in trial.Parameters)
        {
            if (value.IsNumber)
                json.WriteNumber(name, value.ToDouble());
            else
                json.WriteString(name, value.Choice);
        }

        json.WriteEndObject();
        json.WriteString("state", trial.State.ToString());
        json.WriteFinite("value", trial.Value);
        json.WriteBits("bits", [.. trial.Values]);
        json.WriteBits("returns", trial.Returns.Span);
        json.WriteBits("steps", [.. trial.Steps.ToArray().SelectMany(s => (double[])[s.Step, s.Value])]);
        if (trial.Error is not null)
            json.WriteString("error", trial.Error);
    }

    public static Trial ReadTrial(JsonElement root)
    {
        double[] values = root.Bits("bits"), steps = root.Bits("steps");
        return new Trial
        {
            Number = root.GetProperty("number").GetInt32(),
            Seed = root.GetProperty("seed").GetInt32(),
            Parameters = new ParameterSet(root.GetProperty("parameters").EnumerateObject().Select(p => KeyValuePair.Create(p.Name, ValueOf(p.Value)))),
            State = Enum.Parse<TrialState>(root.Text("state")),
            Value = values[0],
            OtherValues = values.Length > 1 ? values.AsMemory(1) : default,
            Returns = root.Bits("returns") is { Length: > 0 } returns ? returns : default(ReadOnlyMemory<double>),
            Steps = steps.Length == 0 ? default(ReadOnlyMemory<StepValue>) : steps.Chunk(2).Select(s => new StepValue((int)s[0], s[1])).ToArray(),
            Error = root.TextOrNull("error"),
        };
    }

    /// <summary>SHA-256 over trials as they are written, by their numbers.</summary>
    public static string Hash(IEnumerable<Trial> trials)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new ArrayBufferWriter<byte>();
        foreach (Trial trial in trials.OrderBy(t => t.Number))
        {
            line.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(line))
            {
                json.WriteStartObject();
                Write(json, trial);
                json.WriteEndObject();
            }

            hash.AppendData(line.WrittenSpan);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ParameterValue ValueOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDouble() : value.GetString() ?? throw new FormatException("A parameter is null.");
}
