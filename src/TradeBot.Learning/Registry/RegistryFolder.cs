using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Learning;

/// <summary>The files of one model in a registry: <c>index.json</c>, and in each version's folder <c>model.bin</c> and <c>card.json</c>.</summary>
/// <remarks>
/// A version exists once the index names it. The index is written last and replaced in one step, so what an interrupted
/// writer leaves behind is never read, and the next version overwrites it.
/// </remarks>
internal sealed class RegistryFolder(string path)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    private string IndexPath => Path.Combine(path, "index.json");

    public bool Exists => File.Exists(IndexPath);

    /// <summary>Makes a change under a lock: of two concurrent writers, the second is refused.</summary>
    public void Change(Func<RegistryIndex, RegistryIndex> change)
    {
        Directory.CreateDirectory(path);
        using FileStream gate = Gate();
        RegistryIndex changed = change(Exists ? ReadIndex() : RegistryIndex.Empty);
        AtomicFile.Write(IndexPath, JsonSerializer.SerializeToUtf8Bytes(changed, Json));
    }

    public RegistryIndex ReadIndex()
    {
        RegistryIndex index = Deserialize<RegistryIndex>(File.ReadAllBytes(IndexPath), IndexPath);
        return index.Contradiction() is string contradiction
            ? throw new InvalidDataException($"{IndexPath} is damaged: {contradiction}.")
            : index;
    }

    /// <summary>Writes a version's files; the version exists only once the index names it.</summary>
    public RegistryEntry Write(int number, DateTime time, IModel model, ModelCard card)
    {
        using var content = new MemoryStream();
        ModelFile.Write(model, content);
        byte[] modelBytes = content.ToArray(), cardBytes = JsonSerializer.SerializeToUtf8Bytes(card, Json);
        AtomicFile.Write(ModelPath(number), modelBytes);
        AtomicFile.Write(CardPath(number), cardBytes);
        return new RegistryEntry(number, time, HashOf(modelBytes), modelBytes.Length, HashOf(cardBytes));
    }

    public ModelCard ReadCard(RegistryEntry entry) =>
        Deserialize<ModelCard>(ReadVerified(CardPath(entry.Number), entry.CardHash), CardPath(entry.Number));

    public IModel ReadModel(RegistryEntry entry)
    {
        using var content = new MemoryStream(ReadVerified(ModelPath(entry.Number), entry.ModelHash));
        try
        {
            return ModelFile.Read(content);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{ModelPath(entry.Number)}: {exception.Message}", exception);
        }
    }

    private static T Deserialize<T>(byte[] json, string file)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json) ?? throw new InvalidDataException($"{file} is damaged: it is empty.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{file} is damaged: {exception.Message}", exception);
        }
    }

    private static byte[] ReadVerified(string file, string expected)
    {
        byte[] content = File.Exists(file)
            ? File.ReadAllBytes(file)
            : throw new InvalidDataException($"{file} is missing: the registry's index names it.");
        string actual = HashOf(content);
        return actual == expected
            ? content
            : throw new InvalidDataException($"{file} was changed since it was registered: its SHA-256 is {actual}, the registry's index says {expected}.");
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private string ModelPath(int number) => Path.Combine(VersionPath(number), "model.bin");

    private string CardPath(int number) => Path.Combine(VersionPath(number), "card.json");

    private string VersionPath(int number) => Path.Combine(path, FormattableString.Invariant($"{number:0000}"));

    private FileStream Gate()
    {
        string file = Path.Combine(path, "lock");
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException($"'{path}' is being changed by another process, which holds '{file}': try again when it is done.", exception);
        }
    }
}
