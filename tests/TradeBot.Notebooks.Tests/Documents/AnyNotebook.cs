using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace TradeBot.Notebooks.Tests.Documents;

/// <summary>Draws notebooks of every minor of nbformat 4: cells of all kinds, attachments, widgets, fields that nobody knows.</summary>
internal static class AnyNotebook
{
    private static readonly string[] Texts = ["", "x", "a\nb\n", "\n", "ü \U0001F680 \"\\\" \t \u0001 \u2028", "1 + 1"];
    private static readonly string[] Numbers = ["0", "1", "-1.50", "1e-05", "1.0", "123456789012345678901234567890", "-0.0"];

    /// <summary>The JSON of a notebook, by a seed.</summary>
    public static Arbitrary<JsonObject> Arbitrary => Gen.Choose(0, int.MaxValue - 1).Select(seed => Draw(new Random(seed))).ToArbitrary();

    public static Arbitrary<string> Text => Arbitrary.Generator.Select(json => NotebookJson.Write(json)).ToArbitrary();

    private static JsonObject Draw(Random random)
    {
        int minor = random.Next(6);
        var metadata = new JsonObject { ["kernelspec"] = new JsonObject { ["language"] = "C#", ["name"] = ".net-csharp" } };
        if (random.Next(2) == 0)
        {
            metadata["widgets"] = new JsonObject
            {
                ["application/vnd.jupyter.widget-state+json"] = new JsonObject { ["state"] = Anything(random, 3), ["version_major"] = 2 },
            };
        }

        Unknown(random, metadata);
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray([.. Enumerable.Range(0, random.Next(6)).Select(i => Cell(random, i, minor))]),
            ["metadata"] = metadata,
            ["nbformat"] = 4,
            ["nbformat_minor"] = minor,
        };
        Unknown(random, notebook);
        return notebook;
    }

    private static JsonObject Cell(Random random, int index, int minor)
    {
        string kind = Pick(random, ["code", "markdown", "raw"]);
        var cell = new JsonObject { ["cell_type"] = kind };
        if (minor >= 5)
            cell["id"] = $"id-{index}";
        var metadata = new JsonObject();
        if (random.Next(3) == 0)
            metadata["tags"] = new JsonArray("one", "keep-output");
        if (random.Next(3) == 0)
            metadata["execution"] = new JsonObject { ["iopub.status.busy"] = "2024-01-01T00:00:00Z" };
        Unknown(random, metadata);
        cell["metadata"] = metadata;
        if (kind == "code")
        {
            cell["execution_count"] = random.Next(3) == 0 ? null : random.Next(50);
            cell["outputs"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Output(random))]);
        }
        else if (random.Next(2) == 0)
        {
            cell["attachments"] = new JsonObject { ["a.png"] = new JsonObject { ["image/png"] = "AAAA" } };
        }

        cell["source"] = Multiline(random);
        Unknown(random, cell);
        return cell;
    }

    private static JsonObject Output(Random random)
    {
        var output = new JsonObject();
        switch (random.Next(4))
        {
            case 0:
                output["output_type"] = "stream";
                output["name"] = Pick(random, ["stdout", "stderr"]);
                output["text"] = Multiline(random);
                break;
            case 1:
                output["output_type"] = "error";
                output["ename"] = "E";
                output["evalue"] = Pick(random, Texts);
                output["traceback"] = new JsonArray("a", "b");
                break;
            default:
                bool isResult = random.Next(2) == 0;
                output["output_type"] = isResult ? "execute_result" : "display_data";
                if (isResult)
                    output["execution_count"] = random.Next(50);
                output["metadata"] = new JsonObject();
                output["data"] = new JsonObject { ["text/plain"] = Multiline(random), ["application/json"] = Anything(random, 3), ["image/png"] = "AAAA\n" };
                break;
        }

        Unknown(random, output);
        return output;
    }

    private static JsonNode Multiline(Random random) => random.Next(3) == 0 ? Pick(random, Texts) : MultilineText.Write(Pick(random, Texts));

    private static void Unknown(Random random, JsonObject owner)
    {
        if (random.Next(2) == 0)
            owner[Pick(random, ["aa_unknown", "zz unknown", "später"])] = Anything(random, 3);
    }

    private static JsonNode? Anything(Random random, int depth) => random.Next(depth > 0 ? 6 : 4) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => JsonNode.Parse(Pick(random, Numbers)),
        3 => Pick(random, Texts),
        4 => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Anything(random, depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(3)).Select(i => KeyValuePair.Create($"k{i}", Anything(random, depth - 1)))),
    };

    private static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];
}
