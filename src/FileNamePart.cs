namespace TradeBot;

/// <summary>Names that become part of a path: only names that mean the same file on every system and stay inside the folder are accepted.</summary>
/// <remarks>Compiled into each assembly that makes file names from other names; the projects share no other library.</remarks>
internal static class FileNamePart
{
    private const int Longest = 150; // with an ending, below what any file system permits

    private static readonly string[] s_devices =
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Enumerable.Range(0, 10).SelectMany(number => (string[])[$"COM{number}", $"LPT{number}"]), "COM¹", "COM²", "COM³", "LPT¹", "LPT²", "LPT³"];

    /// <summary>Why a name cannot be part of a file name, as the end of a sentence; null when it can.</summary>
    public static string? Fault(string name)
    {
        if (name.Length > Longest)
            return $"has {name.Length} characters; at most {Longest} are accepted";
        foreach (char letter in name)
        {
            if (letter is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(letter))
                return $"has {(char.IsControl(letter) ? "a control character" : $"'{letter}'")}, which is not allowed in file names on every system";
        }

        if (name.Length == 0 || name[0] is '.' or ' ' || name[^1] is '.' or ' ')
            return "begins or ends with a dot or a space, or is empty";
        string stem = name.Split('.')[0].TrimEnd();
        return s_devices.Contains(stem, StringComparer.OrdinalIgnoreCase) ? $"is a device name on Windows ({stem.ToUpperInvariant()})" : null;
    }
}
