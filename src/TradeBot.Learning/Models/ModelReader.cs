using System.Runtime.InteropServices;
using System.Text;

namespace TradeBot.Learning;

/// <summary>Reads a model: its name and features, then its kind's own data.</summary>
/// <remarks>A file that ends early, or whose numbers do not fit together, is an <see cref="InvalidDataException"/> of <see cref="ModelFile.Read"/>.</remarks>
public sealed class ModelReader : BinaryReader
{
    private const int MostMembers = 1000;

    private readonly ModelKinds _kinds;
    private readonly int _depth;

    /// <param name="stream">Stays open.</param>
    /// <param name="kinds">The kinds that can be read.</param>
    /// <param name="depth">Nesting depth within other models; −1 for the file itself.</param>
    internal ModelReader(Stream stream, ModelKinds kinds, int depth)
        : base(stream, Encoding.UTF8, leaveOpen: true) => (_kinds, _depth) = (kinds, depth);

    /// <summary>The method that made the model, with its parameters.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The features that the model needs, in order.</summary>
    public IReadOnlyList<string> Features { get; internal set; } = [];

    /// <summary>Reads a model inside this one, as <see cref="ModelWriter.WriteModel"/> wrote it.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a model, its kind is unknown, or models are nested too deep.</exception>
    public IModel ReadModel() => _kinds.Read(BaseStream, _depth + 1);

    /// <summary>Reads as many values as there are, as <see cref="ModelWriter.WriteArray"/> wrote them.</summary>
    /// <exception cref="InvalidDataException">The number of values is not possible.</exception>
    public T[] ReadArray<T>()
        where T : unmanaged
    {
        int length = ReadInt32();
        if (length is < 0 or > 1 << 28)
            throw Damaged($"an array of {length} values");

        // Grows with the bytes read: a damaged length must not allocate more memory than the file can fill.
        int size = Marshal.SizeOf<T>();
        byte[] bytes = ReadBytes(length * size);
        return bytes.Length == length * size ? MemoryMarshal.Cast<byte, T>(bytes).ToArray() : throw new EndOfStreamException();
    }

    internal double[] ReadNumbers(int count)
    {
        double[] values = ReadArray<double>();
        return values.Length == count ? values : throw Damaged($"expected {count} numbers, got {values.Length}");
    }

    /// <summary>Models of the same features.</summary>
    internal IModel[] ReadMembers(int count)
    {
        Require(count is >= 1 and <= MostMembers, $"a model made of {count} models");
        List<IModel> members = [];
        for (int i = 0; i < count; i++)
        {
            members.Add(ReadModel());
            Require(members[i].Features.SequenceEqual(Features, StringComparer.Ordinal), $"a part with the features {string.Join(", ", members[i].Features)}");
        }

        return [.. members];
    }

    internal TEnum ReadEnum<TEnum>(string what)
        where TEnum : struct, Enum
    {
        var value = (TEnum)Enum.ToObject(typeof(TEnum), ReadByte());
        return Enum.IsDefined(value) ? value : throw Damaged($"the {what} {value} is unknown");
    }

    internal static void Require(bool isTrue, string otherwise)
    {
        if (!isTrue)
            throw Damaged(otherwise);
    }

    internal static InvalidDataException Damaged(string what) => new($"The model's file is damaged: {what}.");
}
