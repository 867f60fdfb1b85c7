using System.Text.Json.Nodes;

namespace TradeBot.Notebooks.Tests.Protocol;

public class KernelSpecStoreTests
{
    private static readonly string[] Command = ["dotnet", "exec", "tradebot.dll", "kernel", "run", "{connection_file}"];

    [Fact]
    public void Installs_what_front_ends_read_and_removes_it_again()
    {
        using var folder = new TemporaryFolder();
        var store = new KernelSpecStore(folder.FullPath, []);
        KernelSpec spec = store.Install(Command);

        JsonNode written = JsonNode.Parse(File.ReadAllText(folder.PathOf("kernels/.net-csharp/kernel.json")))!;
        Assert.Equal(Command, written["argv"]!.AsArray().Select(part => (string?)part));
        Assert.Equal((".NET (C#)", "C#", "message"), ((string?)written["display_name"], (string?)written["language"], (string?)written["interrupt_mode"]));
        Assert.Equal(spec.Folder, Assert.Single(store.List()).Folder);
        Assert.Equal(["kernel.js", "kernel.json", "mermaid.js"], Directory.GetFiles(spec.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        Assert.Equal(spec.Folder, store.Uninstall());
        Assert.Empty(store.List());
        Assert.Null(store.Uninstall());
    }

    [Fact]
    public void A_name_counts_where_it_is_found_first_and_broken_files_do_not_count()
    {
        using var folder = new TemporaryFolder();
        folder.Write("system/kernels/.net-csharp/kernel.json", """{"argv": ["other"], "display_name": "Other"}""");
        folder.Write("system/kernels/python/kernel.json", """{"argv": ["python"], "display_name": "Python"}""");
        folder.Write("system/kernels/broken/kernel.json", "{");
        var store = new KernelSpecStore(folder.PathOf("user"), [folder.PathOf("system"), folder.PathOf("absent")]);
        store.Install(Command);

        Assert.Equal([".NET (C#)", "Python"], store.List().Select(spec => spec.DisplayName));
    }

    [Fact]
    public void Says_which_file_is_missing()
    {
        string gone = Path.Combine(Path.GetTempPath(), "no such folder", "tradebot.dll");
        Assert.Equal(gone, new KernelSpec("k", "K", "f", ["dotnet", gone]).MissingFile);
    }

    [Fact]
    public void The_connection_file_is_an_argument_of_its_own() =>
        Assert.Throws<ArgumentException>(() => new KernelSpecStore(Path.GetTempPath(), []).Install(["tradebot", "--file={connection_file}"]));
}
