using System.Runtime.InteropServices;

namespace TradeBot;

/// <summary>The facts about a file on Unix that .NET does not provide, and all that is assumed about each system.</summary>
/// <remarks>
/// Linux provides everything here. On macOS it is known whether a file may be written, but not its names and owner: there a file
/// with several names is replaced under the one that is written to, and belongs to the user who writes it. Windows has no mode;
/// a file inherits its access list from its folder, and one that is marked read-only is refused.
/// </remarks>
/// <param name="IsRegular">False for a folder, a pipe, a terminal or another device.</param>
/// <param name="Links">How many names the file has.</param>
/// <param name="Owner">The owner's number.</param>
/// <param name="Group">The group's number.</param>
internal readonly record struct UnixFile(bool IsRegular, uint Links, uint Owner, uint Group)
{
    private const int CurrentFolder = -100;
    private const uint BasicFacts = 0x7ff;
    private const int FactsLength = 256;
    private const int KindMask = 0xf000;
    private const int RegularKind = 0x8000;
    private const int WriteAccess = 2;
    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>The facts about the file that a path leads to; null where there is none, or the system does not provide them.</summary>
    public static UnixFile? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        byte[] facts = new byte[FactsLength];
        if (Facts(CurrentFolder, path, 0, BasicFacts, facts) != 0)
            return null;

        // The layout of struct statx, the same on every processor.
        uint At(int offset) => MemoryMarshal.Read<uint>(facts.AsSpan(offset));
        int mode = MemoryMarshal.Read<ushort>(facts.AsSpan(28));
        return new UnixFile((mode & KindMask) == RegularKind, At(16), At(20), At(24));
    }

    /// <summary>True for a file that is a stream: a pipe, a terminal, <c>/dev/null</c>.</summary>
    public static bool IsStream(string path) => Of(path) is { IsRegular: false } && !Directory.Exists(path);

    /// <summary>False where the mode allows no one to write, even where an administrator could, or does not allow this user to.</summary>
    public static bool MayWrite(string path) => OperatingSystem.IsWindows()
        ? !File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)
        : (File.GetUnixFileMode(path) & AnyWrite) != UnixFileMode.None && Access(path, WriteAccess) == 0;

    /// <summary>Gives a file the owner and the group of another.</summary>
    /// <returns>False where this user may not.</returns>
    public static bool GiveOwner(string path, UnixFile other) =>
        Of(path) is not { } file
        || ((file.Owner, file.Group) == (other.Owner, other.Group))
        || ChangeOwner(path, other.Owner, other.Group) == 0;

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Facts(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] facts);

    [DllImport("libc", EntryPoint = "access")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Access([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int mode);

    [DllImport("libc", EntryPoint = "chown")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint owner, uint group);
}
