namespace TradeBot.Notebooks;

/// <summary>What <c>#!lsmagic</c> says of a magic.</summary>
/// <param name="Name">In lower case, without <c>#!</c>.</param>
/// <param name="Usage">How it is written.</param>
/// <param name="Meaning">What it does, in a sentence.</param>
/// <param name="IsLanguage">True when the lines below it are its text.</param>
/// <param name="Options">The options it takes, without dashes.</param>
internal sealed record MagicDescription(string Name, string Usage, string Meaning, bool IsLanguage, params string[] Options);
