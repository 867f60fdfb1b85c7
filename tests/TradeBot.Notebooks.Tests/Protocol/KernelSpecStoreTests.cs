using System.Text.Json.Nodes;

namespace TradeBot.Notebooks.Tests.Protocol;

public class KernelSpecStoreTests
{
    private const string Foreign = """{"argv": ["dotnet", "interactive", "jupyter", "{connection_file}"], "display_name": ".NET (C#)", "language": "C#"}""";

    private static readonly string[] Command = ["dotnet", "exec", "/opt/TradeBot.Cli.dll", "kernel", "run", "{connection_file}"];

    [Fact]
    public void Installs_what_front_ends_read_and_removes_it_again()
    {
        using var folder = new TemporaryFolder();
        var store = new KernelSpecStore(folder.FullPath, []);
        KernelInstallation installed = store.Install(Command);

        JsonNode written = JsonNode.Parse(File.ReadAllText(folder.PathOf("kernels/tradebot-csharp/kernel.json")))!;
        Assert.Equal(Command, written["argv"]!.AsArray().Select(part => (string?)part));
        Assert.Equal(("TradeBot (C#)", "C#", "message"), ((string?)written["display_name"], (string?)written["language"], (string?)written["interrupt_mode"]));
        Assert.Equal([".net-csharp", "tradebot-csharp"], store.List().Select(spec => spec.Name));
        Assert.All(store.List(), spec => Assert.True(spec.IsTradeBot));
        foreach (string kernel in (string[])[installed.Kernel.Folder, installed.DotNet!.Folder])
            Assert.Equal(["kernel.js", "kernel.json", "mermaid.js"], Directory.GetFiles(kernel).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Null(installed.Other);

        store.Install(Command); // again, over what it wrote
        KernelRemoval removal = store.Uninstall();
        Assert.Equal([installed.Kernel.Folder, installed.DotNet.Folder], removal.Removed);
        Assert.Empty(removal.Restored.Concat(removal.Left));
        Assert.Empty(store.List());
        Assert.Empty(store.Uninstall().Removed);
    }

    [Fact]
    public void Another_kernel_keeps_the_name_that_it_has()
    {
        using var folder = new TemporaryFolder();
        folder.Write("kernels/.net-csharp/kernel.json", Foreign);
        folder.Write("kernels/.net-csharp/logo-64x64.png", "picture");
        var store = new KernelSpecStore(folder.FullPath, []);

        KernelInstallation installed = store.Install(Command);
        Assert.Equal((null, folder.PathOf("kernels/.net-csharp"), null), (installed.DotNet, installed.Other, installed.Aside));
        Assert.Equal(Foreign, File.ReadAllText(folder.PathOf("kernels/.net-csharp/kernel.json")));
        Assert.Equal([(".net-csharp", false), ("tradebot-csharp", true)], store.List().Select(spec => (spec.Name, spec.IsTradeBot)));

        KernelRemoval removal = store.Uninstall();
        Assert.Equal([installed.Kernel.Folder], removal.Removed);
        Assert.Equal([folder.PathOf("kernels/.net-csharp")], removal.Left);
        Assert.Equal(["kernel.json", "logo-64x64.png"], Directory.GetFiles(folder.PathOf("kernels/.net-csharp")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("system")]
    [InlineData("named")]
    public void A_kernel_of_the_system_has_the_name_too(string where)
    {
        using var folder = new TemporaryFolder();
        folder.Write($"{where}/kernels/.net-csharp/kernel.json", Foreign);
        var store = new KernelSpecStore(folder.PathOf("user"), [folder.PathOf("named"), folder.PathOf("system")]);
        Assert.Equal((null, folder.PathOf($"{where}/kernels/.net-csharp")), (store.Install(Command).DotNet, store.Install(Command).Other));

        KernelInstallation installed = store.Install(Command, replace: true); // found first from now on
        Assert.Equal((true, null), (installed.DotNet is not null, installed.Aside));
        Assert.True(store.List().Single(spec => spec.Name == ".net-csharp").IsTradeBot);
        store.Uninstall();
        Assert.False(store.List().Single().IsTradeBot);
        Assert.Equal(Foreign, File.ReadAllText(folder.PathOf($"{where}/kernels/.net-csharp/kernel.json")));
    }

    [Fact]
    public void What_is_replaced_is_given_back()
    {
        using var folder = new TemporaryFolder();
        folder.Write("kernels/.net-csharp/kernel.json", Foreign);
        folder.Write("kernels/.net-csharp/logo-64x64.png", "picture");
        var store = new KernelSpecStore(folder.FullPath, []);

        KernelInstallation installed = store.Install(Command, replace: true);
        Assert.Equal(Foreign, File.ReadAllText(Path.Combine(installed.Aside!, "kernel.json")));
        Assert.All(store.List(), spec => Assert.True(spec.IsTradeBot)); // what is kept aside is no kernel that anybody lists
        Assert.Null(store.Install(Command, replace: true).Aside); // its own is nothing to keep

        KernelRemoval removal = store.Uninstall();
        Assert.Equal([folder.PathOf("kernels/.net-csharp")], removal.Restored);
        Assert.Equal((Foreign, "picture"), (File.ReadAllText(folder.PathOf("kernels/.net-csharp/kernel.json")), File.ReadAllText(folder.PathOf("kernels/.net-csharp/logo-64x64.png"))));
        Assert.Equal(["kernels"], Directory.GetFileSystemEntries(folder.FullPath).Select(Path.GetFileName));
    }

    [Fact]
    public void What_was_installed_since_stays_and_so_does_what_was_kept()
    {
        using var folder = new TemporaryFolder();
        folder.Write("kernels/.net-csharp/kernel.json", Foreign);
        var store = new KernelSpecStore(folder.FullPath, []);
        string aside = store.Install(Command, replace: true).Aside!;
        string newer = Foreign.Replace("(C#)", "(C# 14)", StringComparison.Ordinal);
        folder.Write("kernels/.net-csharp/kernel.json", newer); // .NET Interactive was installed again
        Assert.Equal([folder.PathOf("kernels/.net-csharp")], store.Uninstall().Left);
        Assert.Equal((newer, Foreign), (File.ReadAllText(folder.PathOf("kernels/.net-csharp/kernel.json")), File.ReadAllText(Path.Combine(aside, "kernel.json"))));

        // The one that had the name last is the one that gets it back.
        Assert.NotEqual(aside, store.Install(Command, replace: true).Aside);
        store.Uninstall();
        Assert.Equal(newer, File.ReadAllText(folder.PathOf("kernels/.net-csharp/kernel.json")));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"argv": ["python", "-m", "kernel", "run", "{connection_file}"]}""")]
    [InlineData("""{"argv": [1, 2], "metadata": {}}""")]
    public void A_kernel_of_unknown_origin_is_not_ours(string spec)
    {
        using var folder = new TemporaryFolder();
        folder.Write("kernels/.net-csharp/kernel.json", spec);
        var store = new KernelSpecStore(folder.FullPath, []);
        Assert.Null(store.Install(Command).DotNet);
        store.Uninstall();
        Assert.Equal(spec, File.ReadAllText(folder.PathOf("kernels/.net-csharp/kernel.json")));
    }

    [Fact]
    public void A_kernel_that_an_earlier_version_installed_is_known_by_its_command()
    {
        using var folder = new TemporaryFolder();
        folder.Write("kernels/.net-csharp/kernel.json", """{"argv": ["/usr/bin/dotnet", "exec", "/opt/TradeBot.Cli.dll", "kernel", "run", "{connection_file}"], "display_name": ".NET (C#)", "metadata": {}}""");
        folder.Write("kernels/.net-csharp/mine.txt", "kept");
        var store = new KernelSpecStore(folder.FullPath, []);
        Assert.Null(store.Install(Command).Other);
        Assert.Equal(2, store.Uninstall().Removed.Count);
        Assert.Equal(["mine.txt"], Directory.GetFiles(folder.PathOf("kernels/.net-csharp")).Select(Path.GetFileName)); // nobody but its owner removes that
    }

    [Fact]
    public void Something_else_under_the_own_name_is_not_written_over()
    {
        using var folder = new TemporaryFolder();
        folder.Write("kernels/tradebot-csharp/kernel.json", Foreign);
        var store = new KernelSpecStore(folder.FullPath, []);
        Assert.Contains("did not install", Assert.Throws<IOException>(() => store.Install(Command)).Message, StringComparison.Ordinal);
        Assert.Equal([folder.PathOf("kernels/tradebot-csharp")], Directory.GetDirectories(folder.PathOf("kernels")));
        store.Install(Command, replace: true);
        store.Uninstall();
        Assert.Equal(Foreign, File.ReadAllText(folder.PathOf("kernels/tradebot-csharp/kernel.json")));
    }

    [Fact]
    public void A_name_counts_where_it_is_found_first_and_broken_files_do_not_count()
    {
        using var folder = new TemporaryFolder();
        folder.Write("system/kernels/.net-csharp/kernel.json", """{"argv": ["other"], "display_name": "Other"}""");
        folder.Write("system/kernels/python/kernel.json", """{"argv": ["python"], "display_name": "Python"}""");
        folder.Write("system/kernels/broken/kernel.json", "{");
        var store = new KernelSpecStore(folder.PathOf("user"), [folder.PathOf("system"), folder.PathOf("absent")]);
        store.Install(Command, replace: true);

        Assert.Equal([".NET (C#)", "TradeBot (C#)", "Python"], store.List().Select(spec => spec.DisplayName));
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
