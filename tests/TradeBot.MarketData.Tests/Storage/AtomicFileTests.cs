using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;

namespace TradeBot.MarketData.Tests.Storage;

/// <summary>What a file still is once it has been replaced.</summary>
[UnsupportedOSPlatform("windows")] // where the system is one, they skip
public sealed class AtomicFileTests : IDisposable
{
    private const UnixFileMode GroupWritable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("real.csv")]
    [InlineData("sub/real.csv")]
    [InlineData("sub/../sub/./real.csv")]
    public void A_link_stays_and_what_it_leads_to_is_replaced(string target)
    {
        OnUnix();
        Directory.CreateDirectory(In("sub"));
        File.WriteAllText(In(target), "old");
        File.CreateSymbolicLink(In("link.csv"), target);

        Write("link.csv", "new");

        Assert.Equal(target, new FileInfo(In("link.csv")).LinkTarget);
        Assert.Equal("new", File.ReadAllText(In(target)));
        AssertNothingLeft();
    }

    [SkippableFact]
    public void A_chain_of_links_stays()
    {
        OnUnix();
        Directory.CreateDirectory(In("a/b"));
        File.WriteAllText(In("a/real"), "old");
        File.CreateSymbolicLink(In("a/b/third"), "../real");
        File.CreateSymbolicLink(In("second"), In("a/b/third"));
        File.CreateSymbolicLink(In("first"), "second");

        Write("first", "new");

        Assert.Equal(["second", In("a/b/third"), "../real"], new[] { "first", "second", "a/b/third" }.Select(link => new FileInfo(In(link)).LinkTarget));
        Assert.Equal("new", File.ReadAllText(In("a/real")));
        AssertNothingLeft();
    }

    [SkippableFact]
    public void A_relative_link_in_a_linked_folder_starts_where_the_folder_really_is()
    {
        OnUnix();
        Directory.CreateDirectory(In("far/away"));
        File.WriteAllText(In("far/real"), "old");
        File.CreateSymbolicLink(In("far/away/link"), "../real");
        Directory.CreateSymbolicLink(In("near"), "far/away");

        Write("near/link", "new");

        Assert.Equal("new", File.ReadAllText(In("far/real")));
        Assert.False(File.Exists(In("real")));
        Assert.NotNull(new FileInfo(In("far/away/link")).LinkTarget);
    }

    [SkippableFact]
    public void A_new_file_goes_through_a_linked_folder_also_into_folders_to_be_made()
    {
        OnUnix();
        Directory.CreateDirectory(In("real"));
        Directory.CreateSymbolicLink(In("link"), "real");

        Write("link/made/x", "new");

        Assert.Equal("new", File.ReadAllText(In("real/made/x")));
        Assert.Equal("real", new DirectoryInfo(In("link")).LinkTarget);
    }

    [SkippableFact]
    public void A_dangling_link_gets_its_file()
    {
        OnUnix();
        File.CreateSymbolicLink(In("link"), "later");

        Write("link", "new");

        Assert.Equal("later", new FileInfo(In("link")).LinkTarget);
        Assert.Equal("new", File.ReadAllText(In("later")));
    }

    [SkippableFact]
    public void Links_that_lead_nowhere_are_refused()
    {
        OnUnix();
        File.CreateSymbolicLink(In("away"), "no/such/file");
        File.CreateSymbolicLink(In("one"), "two");
        File.CreateSymbolicLink(In("two"), "one");
        Directory.CreateDirectory(In("real"));
        Directory.CreateSymbolicLink(In("folder"), "real");

        Assert.Contains("whose folder does not exist", Refusal("away"), StringComparison.Ordinal);
        Assert.Contains("leads back to itself", Refusal("one"), StringComparison.Ordinal);
        Assert.Contains($"a link to the folder '{In("real")}'", Refusal("folder"), StringComparison.Ordinal);
        Assert.Contains("it is a folder", Refusal("real"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("no")));
        AssertNothingLeft();
    }

    [SkippableTheory]
    [InlineData(GroupWritable)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(GroupWritable | UnixFileMode.OtherWrite)]
    [InlineData(GroupWritable | UnixFileMode.UserExecute)]
    public void The_mode_stays(UnixFileMode mode)
    {
        OnUnix();
        foreach (string name in new[] { "file", "linked" })
        {
            File.WriteAllText(In(name), "old");
            File.SetUnixFileMode(In(name), mode);
        }

        File.CreateSymbolicLink(In("link"), "linked");
        Write("file", "new");
        Write("link", "new");

        Assert.Equal((mode, mode), (File.GetUnixFileMode(In("file")), File.GetUnixFileMode(In("linked"))));
    }

    [SkippableFact]
    public async Task Group_and_mode_stay_in_a_folder_that_hands_down_its_group()
    {
        OnLinux();
        Skip.IfNot(Environment.UserName == "root", "Only an administrator may give files to other groups.");
        Directory.CreateDirectory(In("shared"));
        await RunAsync("chgrp", "12345", In("shared"));
        await RunAsync("chmod", "2775", In("shared"));
        Write("shared/own", "old");
        Write("shared/other", "old");
        await RunAsync("chown", "54321:23456", In("shared/other"));
        await RunAsync("chmod", "664", In("shared/own"), In("shared/other"));

        Write("shared/own", "new");
        Write("shared/other", "new");

        Assert.Equal("0:12345 664\n54321:23456 664\n", await RunAsync("stat", "-c", "%u:%g %a", In("shared/own"), In("shared/other")));
    }

    [SkippableFact]
    public async Task A_file_with_several_names_keeps_them()
    {
        OnLinux();
        File.WriteAllText(In("one"), "a long text that was there before");
        File.SetUnixFileMode(In("one"), GroupWritable);
        await RunAsync("ln", In("one"), In("two"));
        File.CreateSymbolicLink(In("link"), "two");

        Write("one", "new");
        Assert.Equal("new", File.ReadAllText(In("two")));
        Write("link", "newer than before");
        Assert.Equal("newer than before", File.ReadAllText(In("one")));

        Assert.Equal($"2 664\n", await RunAsync("stat", "-c", "%h %a", In("one")));
        AssertNothingLeft();
    }

    [SkippableFact]
    public async Task A_cache_is_replaced_under_its_own_name()
    {
        OnLinux();
        File.WriteAllText(In("one"), "old");
        await RunAsync("ln", In("one"), In("two"));

        AtomicFile.Write(In("one"), stream => stream.Write("new"u8), flushToDisk: false);

        Assert.Equal(("new", "old"), (File.ReadAllText(In("one")), File.ReadAllText(In("two"))));
    }

    [SkippableFact]
    public void A_read_only_file_is_refused_and_unchanged()
    {
        OnUnix();
        File.WriteAllText(In("file"), "old");
        File.SetUnixFileMode(In("file"), UnixFileMode.UserRead | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(In("link"), "file");

        Assert.Contains("it is read-only", Refusal("file"), StringComparison.Ordinal);
        Assert.Contains($"it leads to '{In("file")}', which is read-only", Refusal("link"), StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(In("file")));
        AssertNothingLeft();
    }

    [SkippableFact]
    public async Task Pipes_and_devices_are_written_to()
    {
        OnLinux();
        await RunAsync("mkfifo", In("pipe"));
        Task<string> read = RunAsync("cat", In("pipe"));

        Write("pipe", "through");
        Assert.Equal("through", await read);
        File.CreateSymbolicLink(In("null"), "/dev/null");
        Write("null", "nowhere");
        Assert.Equal("/dev/null", new FileInfo(In("null")).LinkTarget);
        Assert.False(UnixFile.Of("/dev/null")!.Value.IsRegular);
    }

    [SkippableFact]
    public void A_writer_that_fails_leaves_the_file_and_its_names_as_they_were()
    {
        OnUnix();
        File.WriteAllText(In("file"), "old");
        File.CreateSymbolicLink(In("link"), "file");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(In("link"), _ => throw new InvalidOperationException()));

        Assert.Equal("old", File.ReadAllText(In("file")));
        AssertNothingLeft();
    }

    private static void OnUnix() => Skip.If(OperatingSystem.IsWindows(), "Windows knows no such modes and links.");

    private static void OnLinux() => Skip.IfNot(OperatingSystem.IsLinux(), "Other systems do not tell how many names a file has.");

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private string In(string name) => _folder.File(name);

    private void Write(string name, string text) => AtomicFile.Write(In(name), Encoding.UTF8.GetBytes(text));

    private string Refusal(string name) => Assert.Throws<IOException>(() => Write(name, "new")).Message;

    private void AssertNothingLeft() => Assert.DoesNotContain(
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories), path => path.EndsWith(AtomicFile.TemporaryExtension, StringComparison.Ordinal) || path.EndsWith(AtomicFile.WholeExtension, StringComparison.Ordinal));
}
