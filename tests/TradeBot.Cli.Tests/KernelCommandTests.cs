using System.Text.Json.Nodes;

namespace TradeBot.Cli.Tests;

public sealed class KernelCommandTests : IDisposable
{
    private const string Variable = "JUPYTER_DATA_DIR";

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-kernel-").FullName;
    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    public KernelCommandTests() => Environment.SetEnvironmentVariable(Variable, _folder);

    [Fact]
    public async Task Installs_lists_and_uninstalls_a_command_that_exists()
    {
        string file = Path.Combine(_folder, "kernels", "tradebot-csharp", "kernel.json");

        Assert.Equal(ExitCode.Success, (await Cli.RunAsync("kernel", "install")).Code);
        string[] command = [.. JsonNode.Parse(await File.ReadAllTextAsync(file))!["argv"]!.AsArray().Select(part => (string)part!)];
        Assert.Equal(["exec", Path.Combine(AppContext.BaseDirectory, "TradeBot.Cli.dll"), "kernel", "run", "{connection_file}"], command[1..]);
        Assert.True(File.Exists(command[0]));

        string list = (await Cli.RunAsync("kernel", "list")).Output;
        Assert.Contains("TradeBot (C#)", list, StringComparison.Ordinal);
        Assert.Contains(".net-csharp ", list, StringComparison.Ordinal); // nobody else has the name that notebooks ask for
        Assert.DoesNotContain("cannot start", list, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Success, (await Cli.RunAsync("kernel", "uninstall")).Code);
        Assert.False(File.Exists(file));
        Assert.Contains("not installed", (await Cli.RunAsync("kernel", "uninstall")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_kernel_keeps_its_name_unless_replaced_and_gets_it_back()
    {
        string file = Path.Combine(_folder, "kernels", ".net-csharp", "kernel.json");
        const string Foreign = """{"argv": ["dotnet", "interactive", "jupyter", "{connection_file}"], "display_name": ".NET (C#)"}""";
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, Foreign);

        string output = (await Cli.RunAsync("kernel", "install")).Output;
        Assert.Contains($"Another kernel has the name .net-csharp ({Path.GetDirectoryName(file)}) and keeps it", output, StringComparison.Ordinal);
        Assert.Contains("--replace", output, StringComparison.Ordinal);
        Assert.Contains($"Left {Path.GetDirectoryName(file)}", (await Cli.RunAsync("kernel", "uninstall")).Output, StringComparison.Ordinal);
        Assert.Equal(Foreign, await File.ReadAllTextAsync(file));

        output = (await Cli.RunAsync("kernel", "install", "--replace")).Output;
        Assert.Contains("restores it", output, StringComparison.Ordinal);
        Assert.NotEqual(Foreign, await File.ReadAllTextAsync(file));
        Assert.Contains($"Restored {Path.GetDirectoryName(file)}", (await Cli.RunAsync("kernel", "uninstall")).Output, StringComparison.Ordinal);
        Assert.Equal(Foreign, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_file_that_is_no_connection_file_is_wrong_usage()
    {
        string path = Path.Combine(_folder, "connection.json");
        await File.WriteAllTextAsync(path, "{}");

        (int code, _, string error) = await Cli.RunAsync("kernel", "run", path);
        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains("shell_port is missing", error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        Directory.Delete(_folder, recursive: true);
    }
}
