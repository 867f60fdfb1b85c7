using System.Runtime.InteropServices;

namespace TradeBot.Notebooks.Tests.Kernel;

public sealed class ReferenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestSession _session;

    public ReferenceTests()
    {
        Directory.CreateDirectory(_folder.PathOf("lib"));
        _session = new TestSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_library_is_found_relative_to_the_notebooks_folder_with_the_files_beside_it()
    {
        BuildPair();
        await _session.ValueAsync("#r \"lib/Front.dll\"\nusing Front; using Inner;");

        Assert.Equal("42", await _session.ValueAsync("Door.Open().Value"));
        Assert.Equal("7", await _session.ValueAsync("new Room(7).Value"));
    }

    [Fact]
    public async Task A_library_may_come_in_a_later_cell_and_again()
    {
        BuildPair();
        await _session.ValueAsync("int x = 1;");
        await _session.ValueAsync("#r \"lib/Inner.dll\"\nvar room = new Inner.Room(x);");
        await _session.ValueAsync("#r \"lib/Front.dll\"\n#r \"lib/Inner.dll\"\nint y = Front.Door.Open().Value;");

        Assert.Equal("43", await _session.ValueAsync("room.Value + y"));
    }

    [Fact]
    public async Task A_cell_that_did_not_compile_brought_nothing_in_and_can_be_tried_again()
    {
        BuildPair();
        await _session.ErrorAsync("#r \"lib/Front.dll\"\nmistake");

        Assert.Equal("7", await _session.ValueAsync("#r \"lib/Front.dll\"\nnew Inner.Room(7).Value"));
    }

    [Fact]
    public async Task Sharing_a_library_between_cells_keeps_its_static_state()
    {
        TestLibrary.Build(_folder.PathOf("lib"), "Counting", "public static class Counter { public static int Next() => ++_n; static int _n; }");
        await _session.ValueAsync("#r \"lib/Counting.dll\"\nCounter.Next()");

        Assert.Equal("2", await _session.ValueAsync("#r \"lib/Counting.dll\"\nCounter.Next()"));
    }

    [Fact]
    public async Task A_missing_library_is_named_with_its_full_path()
    {
        CellError error = await _session.ErrorAsync("#r \"lib/None.dll\"\n1");

        Assert.Contains(Path.Combine(_folder.FullPath, "lib", "None.dll"), error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Line);
    }

    [Fact]
    public async Task A_file_that_is_no_assembly_is_refused()
    {
        _folder.Write("lib/Text.dll", "not an assembly");

        Assert.Contains("not a .NET assembly", (await _session.ErrorAsync("#r \"lib/Text.dll\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_can_be_rebuilt_while_it_is_loaded_and_the_session_says_to_restart()
    {
        TestLibrary.Build(_folder.PathOf("lib"), "Moving", "public static class Version { public const int Number = 1; public static int Get() => 1; }");
        Assert.Equal("1", await _session.ValueAsync("#r \"lib/Moving.dll\"\nVersion.Get()"));
        TestLibrary.Build(_folder.PathOf("lib"), "Moving", "public static class Version { public const int Number = 2; public static int Get() => 2; }");

        Assert.Equal("1", await _session.ValueAsync("Version.Get()"));
        Assert.Contains("restart the kernel", (await _session.ErrorAsync("#r \"lib/Moving.dll\"\nVersion.Get()")).Message, StringComparison.Ordinal);

        using var fresh = new TestSession(_folder.FullPath);
        Assert.Equal("2", await fresh.ValueAsync("#r \"lib/Moving.dll\"\nVersion.Get()"));
    }

    [Fact]
    public async Task This_test_assembly_loads_by_path_apart_from_the_running_one()
    {
        string path = typeof(ReferenceTests).Assembly.Location.Replace('\\', '/');

        Assert.Equal("0", await _session.ValueAsync($"#r \"{path}\"\nTradeBot.Notebooks.Tests.Kernel.ReferencedCounter.Count"));
        ReferencedCounter.Count = 5;
        Assert.Equal("0", await _session.ValueAsync("TradeBot.Notebooks.Tests.Kernel.ReferencedCounter.Count"));
    }

    [Fact]
    public async Task A_native_library_is_found_where_a_build_puts_it_for_the_platform()
    {
        BuildWithNative(Path.Combine("runtimes", RuntimeInformation.RuntimeIdentifier, "native"));

        Assert.Equal("True", await _session.ValueAsync("#r \"lib/Natives.dll\"\nNatives.Version() > 3_000_000"));
    }

    [Fact]
    public async Task A_native_library_is_found_where_the_dependency_file_lists_it_for_the_platform()
    {
        BuildWithNative("elsewhere");
        string file = Path.GetFileName(Directory.GetFiles(_folder.PathOf("lib/elsewhere")).Single());
        _folder.Write("lib/Other.deps.json", "{ not JSON");
        _folder.Write("lib/Natives.deps.json", $$"""
            { "targets": { "net10.0": { "Some.Package/1.0.0": { "runtimeTargets": {
                "otherwise/{{file}}": { "rid": "no-such-platform", "assetType": "native" },
                "elsewhere/{{file}}": { "rid": "{{RuntimeInformation.RuntimeIdentifier}}", "assetType": "native" } } } } } }
            """);

        Assert.Equal("True", await _session.ValueAsync("#r \"lib/Natives.dll\"\nNatives.Version() > 3_000_000"));
    }

    [Fact]
    public async Task A_missing_library_of_a_project_comes_with_the_command_that_builds_it()
    {
        _folder.Write("src/Part/Part.csproj", "<Project/>");

        CellError error = await _session.ErrorAsync("#r \"artifacts/bin/Part/release/Part.dll\"\n1");

        Assert.Contains("Build it first (dotnet build src/Part -c Release)", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A library that calls SQLite by a name that is found nowhere else, with SQLite in a folder below its own.</summary>
    private void BuildWithNative(string folder)
    {
        string sqlite = NativeFolders.Find(AppContext.BaseDirectory, ["libe_sqlite3.so", "libe_sqlite3.dylib", "e_sqlite3.dll"])!;
        string target = Directory.CreateDirectory(Path.Combine(_folder.PathOf("lib"), folder)).FullName;
        File.Copy(sqlite, Path.Combine(target, (OperatingSystem.IsWindows() ? "" : "lib") + "only_here" + Path.GetExtension(sqlite)));
        TestLibrary.Build(_folder.PathOf("lib"), "Natives", """
            using System.Runtime.InteropServices;
            public static class Natives
            {
                public static int Version() => sqlite3_libversion_number();
                [DllImport("only_here")] private static extern int sqlite3_libversion_number();
            }
            """);
    }

    private void BuildPair()
    {
        string inner = TestLibrary.Build(_folder.PathOf("lib"), "Inner", "namespace Inner { public record Room(int Value); }");
        TestLibrary.Build(_folder.PathOf("lib"), "Front", "namespace Front { public static class Door { public static Inner.Room Open() => new(42); } }", inner);
    }
}
