using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace TradeBot.Notebooks;

/// <summary>Sends output on descriptors 1 and 2, from child processes and native code, to the running cell.</summary>
/// <remarks>
/// <para>
/// The descriptors are pipes, and this process reads them itself: before each output of a cell and at its end, so that everything
/// stands in the order in which it was written, and at once where a cell only waits for a child.
/// </para>
/// <para>
/// What a dying process writes to descriptor 2 must stay in its pipe for who started it, so where that one reads it, text there waits for
/// the next output or the cell's end, unless the pipe fills up.
/// </para>
/// <para>Only Linux opens the other end of a pipe by its name. Elsewhere such text goes where the process's own output goes.</para>
/// </remarks>
internal sealed class RawOutput
{
    private const int OutDescriptor = 1;
    private const int ErrorDescriptor = 2;
    private const int CloseOnExec = 0x80000;
    private const int NonBlockingRead = 0x800 | CloseOnExec;
    private const short Readable = 1;
    private const nuint PendingBytes = 0x541B;
    private const int HalfFull = 1 << 15;
    private const int ShortPause = 1; // milliseconds
    private const int LongPause = 100;

    private static RawOutput? s_current;

    private readonly Lock _gate = new();
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly Source[] _sources;
    private CellScope? _cell;

    private RawOutput(Source[] sources) => _sources = sources;

    /// <summary>True where descriptors can be read by the process that owns them.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>Reads the pipes that this process was started with; who started it reads only what is left when this process is gone.</summary>
    public static void Follow() => Start(isErrorEager: false, copyOfError: null);

    /// <summary>Replaces the descriptors by pipes and reads them; output on descriptor 2 also goes where it went before.</summary>
    /// <remarks>So the last words of a process that dies still reach its log, unless it dies before they are read.</remarks>
    public static void TakeOver()
    {
        if (!IsSupported)
            return;
        int log = Duplicate(ErrorDescriptor);
        foreach (int descriptor in (int[])[OutDescriptor, ErrorDescriptor])
        {
            int[] ends = new int[2];
            Checked(MakePipe(ends, CloseOnExec));
            Checked(DuplicateTo(ends[1], descriptor));
            _ = Close(ends[1]);
        }

        // The first reading ends stay open: without a reader, writing to a pipe would end the process.
        Start(isErrorEager: true, log < 0 ? null : new FileStream(new SafeFileHandle(log, ownsHandle: true), FileAccess.Write, bufferSize: 0));
    }

    /// <summary>Assigns output from now on to a cell, and earlier output to the cell before.</summary>
    public static void Begin(CellScope cell) => s_current?.BeginCell(cell);

    /// <summary>Sends the text written so far to the cell.</summary>
    public static void Drain() => s_current?.Read();

    private static void Start(bool isErrorEager, FileStream? copyOfError)
    {
        if (!IsSupported || !IsPipe(OutDescriptor) || !IsPipe(ErrorDescriptor))
            return;
        s_current = new RawOutput(
        [
            new Source(Open(OutDescriptor), StreamKind.Out, IsEager: true, Copy: null),
            new Source(Open(ErrorDescriptor), StreamKind.Error, isErrorEager, copyOfError),
        ]);
    }

    private static bool IsPipe(int descriptor) => new FileInfo(NameOf(descriptor)).LinkTarget?.StartsWith("pipe:", StringComparison.Ordinal) == true;

    private static string NameOf(int descriptor) => FormattableString.Invariant($"/proc/self/fd/{descriptor}");

    private static int Open(int descriptor) => Checked(OpenFile(NameOf(descriptor), NonBlockingRead));

    private static int Checked(int result) => result >= 0 ? result : throw new IOException($"The process's output cannot be read: error {Marshal.GetLastPInvokeError()} of the system.");

    private void BeginCell(CellScope cell)
    {
        lock (_gate)
        {
            foreach (Source source in _sources)
                Take(source);
            if (_cell is null)
                new Thread(Watch) { IsBackground = true, Name = "raw output" }.Start();
            _cell = cell;
        }
    }

    private void Read()
    {
        lock (_gate)
        {
            foreach (Source source in _sources)
                Take(source);
        }
    }

    private void Take(Source source)
    {
        if (_cell is null)
            return; // what is written before the first cell is left to who started this process
        for (nint count; (count = ReadFile(source.Descriptor, _buffer, _buffer.Length)) > 0;)
        {
            source.CopyOn(_buffer.AsSpan(0, (int)count));
            char[] text = new char[source.Decoder.GetCharCount(_buffer, 0, (int)count)];
            source.Decoder.GetChars(_buffer, 0, (int)count, text, 0);
            if (text.Length > 0)
                _cell.Receive(new StreamOutput(source.Stream, new string(text)) { IsRaw = true });
        }
    }

    /// <summary>Reads the pipes while a cell waits for the process that writes to them, so that they do not fill up.</summary>
    private void Watch()
    {
        var files = _sources.Where(source => source.IsEager).Select(source => new PolledFile { Descriptor = source.Descriptor, Events = Readable }).ToArray();
        Source[] patient = [.. _sources.Where(source => !source.IsEager)];
        int pause = LongPause;
        while (true)
        {
            _ = Poll(files, (nuint)files.Length, patient.Length == 0 ? -1 : pause);
            lock (_gate)
            {
                foreach (Source source in _sources.Where(source => source.IsEager))
                    Take(source);
                Source[] full = [.. patient.Where(source => Pending(source.Descriptor, PendingBytes, out int count) == 0 && count >= HalfFull)];
                foreach (Source source in full)
                    Take(source);
                pause = full.Length > 0 ? ShortPause : LongPause;
            }
        }
    }

    [DllImport("libc", EntryPoint = "read", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint ReadFile(int descriptor, byte[] buffer, nint length);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFile([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakePipe([Out] int[] ends, int flags);

    [DllImport("libc", EntryPoint = "dup", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Duplicate(int descriptor);

    [DllImport("libc", EntryPoint = "dup2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int DuplicateTo(int descriptor, int place);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll([In, Out] PolledFile[] files, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "ioctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Pending(int descriptor, nuint request, out int count);

    [StructLayout(LayoutKind.Sequential)]
    private struct PolledFile
    {
        public int Descriptor;
        public short Events;
        public short Found;
    }

    private sealed record Source(int Descriptor, StreamKind Stream, bool IsEager, FileStream? Copy)
    {
        private bool _isCopyGone;

        public Decoder Decoder { get; } = Encoding.UTF8.GetDecoder();

        public void CopyOn(ReadOnlySpan<byte> bytes)
        {
            if (Copy is null || _isCopyGone)
                return;
            try
            {
                Copy.Write(bytes);
            }
            catch (IOException)
            {
                _isCopyGone = true; // who kept the log has closed it, and the cell is still to be told
            }
        }
    }
}
