namespace TradeBot.Learning;

/// <summary>The form in which another library keeps its models; read where <see cref="ModelFile.Accept"/> was told of it.</summary>
/// <param name="Name">Names the library in a model's file: <c>ML.NET</c>.</param>
/// <param name="Read">Makes a model of what <see cref="IForeignModel.Save"/> wrote, of its name and of its features.</param>
public sealed record ForeignFormat(string Name, Func<Stream, string, IReadOnlyList<string>, IModel> Read);
