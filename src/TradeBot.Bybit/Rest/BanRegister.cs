using System.Globalization;

namespace TradeBot.Exchanges.Rest;

/// <summary>Records until when an exchange has banned this machine, shared by all processes of this user.</summary>
/// <remarks>
/// One file per exchange address, containing a time. It is replaced atomically, so a process reads
/// either the old or the new time; a past time is ignored, and the file stays until the next ban.
/// </remarks>
internal sealed class BanRegister(string folder, Uri address)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1); // a later end was written by a wrong clock
    private static readonly TimeSpan s_readAgain = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private DateTime? _until;
    private long _read;

    /// <summary>The file of this exchange.</summary>
    public string Path { get; } = System.IO.Path.Combine(
        folder, string.Create(CultureInfo.InvariantCulture, $"{string.Concat(address.IdnHost.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_'))}_{address.Port}.ban"));

    /// <summary>The end of the ban from the file, UTC; null when there is no current ban. Reads the file at most once per second.</summary>
    /// <param name="clock">The local clock.</param>
    public DateTime? Until(TimeProvider clock)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        lock (_gate)
        {
            if (_read == 0 || clock.GetElapsedTime(_read) >= s_readAgain)
                (_until, _read) = (Read(), clock.GetTimestamp());
            return _until > now && _until < now + s_longest ? _until : null;
        }
    }

    /// <summary>Records a ban for all processes. A later end already recorded is kept.</summary>
    /// <param name="until">The end of the ban, UTC.</param>
    /// <param name="clock">The local clock.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(DateTime until, TimeProvider clock)
    {
        lock (_gate)
        {
            if (Read() is { } known && known >= until && known < clock.GetUtcNow().UtcDateTime + s_longest)
                return;
            AtomicFile.Write(Path, stream => stream.Write(System.Text.Encoding.ASCII.GetBytes(until.ToString("O", CultureInfo.InvariantCulture))));
            (_until, _read) = (until, clock.GetTimestamp());
        }
    }

    /// <returns>Null when the file is missing or empty.</returns>
    private DateTime? Read()
    {
        try
        {
            return DateTime.TryParseExact(
                File.ReadAllText(Path).Trim(), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime until) && until.Kind == DateTimeKind.Utc ? until : null;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return null; // no ban recorded; if there is one, the exchange will report it
        }
    }
}
