namespace TradeBot.Notebooks;

/// <summary>One installed kernel, as front ends list it.</summary>
/// <param name="Name">The folder's name, by which notebooks ask for it.</param>
/// <param name="DisplayName">What a person picks from.</param>
/// <param name="Folder">Where its kernel.json lies.</param>
/// <param name="Command">What starts it.</param>
public sealed record KernelSpec(string Name, string DisplayName, string Folder, IReadOnlyList<string> Command)
{
    /// <summary>True for this product's kernel, under whatever name.</summary>
    public bool IsTradeBot { get; init; }

    /// <summary>The first file of the command that does not exist, so that the kernel cannot start; null when none is known to be missing.</summary>
    public string? MissingFile => Command.FirstOrDefault(part => Path.IsPathFullyQualified(part) && !File.Exists(part));
}
