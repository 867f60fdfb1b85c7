namespace TradeBot.Notebooks;

/// <summary>What an uninstallation removed and gave back.</summary>
/// <param name="Removed">Folders of the kernel that are gone, or that hold only files that somebody else put there.</param>
/// <param name="Restored">Folders of other kernels that were kept aside and are back in their places.</param>
/// <param name="Left">Folders of the same names that hold something else and were not touched.</param>
public sealed record KernelRemoval(IReadOnlyList<string> Removed, IReadOnlyList<string> Restored, IReadOnlyList<string> Left);
