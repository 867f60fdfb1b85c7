namespace TradeBot.MarketData;

/// <summary>The write lock of a folder, held by one process at a time.</summary>
/// <remarks>The operating system releases it when the process ends, however it ends; the file itself has no meaning.</remarks>
internal static class StoreLock
{
    public const string FileName = ".lock";

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Acquires the lock; dispose to release it.</summary>
    /// <exception cref="IOException">Another process kept it for the whole timeout, or the folder cannot be written.</exception>
    public static IDisposable Acquire(string folder, TimeSpan timeout)
    {
        string path = Path.Combine(folder, FileName);
        using var pause = new ManualResetEventSlim();
        for (long attemptsLeft = timeout.Ticks / s_pause.Ticks; ; attemptsLeft--)
        {
            try
            {
                Directory.CreateDirectory(folder);
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException exception) when (IsHeldByAnother(exception))
            {
                if (attemptsLeft <= 0)
                {
                    throw new IOException(
                        $"The candle store '{folder}' is being written by another process, which holds '{path}'. " +
                        "Wait until it is done or stop it; the lock is released with that process, so there is nothing to delete.",
                        exception);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new IOException($"The candle store '{folder}' cannot be written: {exception.Message}", exception);
            }

            pause.Wait(s_pause);
        }
    }

    /// <summary>A sharing violation is the base exception type; a missing folder or a full disk is not waited for.</summary>
    private static bool IsHeldByAnother(IOException exception)
    {
        const int WindowsSharingViolation = unchecked((int)0x80070020);
        const int LinuxWouldBlock = 11, MacWouldBlock = 35;
        return exception.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock;
    }
}
