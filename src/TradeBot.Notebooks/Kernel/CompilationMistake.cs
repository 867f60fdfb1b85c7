using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TradeBot.Notebooks;

/// <summary>Something that a compiler refuses.</summary>
/// <param name="Start">Where, counted from 0.</param>
/// <param name="Message">Why.</param>
/// <param name="File">The loaded file that holds it; null for the cell.</param>
/// <param name="Hint">What to write instead; null where there is nothing to say.</param>
internal sealed record CompilationMistake(LinePosition Start, string Message, SyntaxTree? File = null, string? Hint = null);
