using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;

namespace TradeBot.Learning;

/// <summary>Models as bytes: what is read foretells the same, bit for bit.</summary>
public static class ModelFile
{
    private const string Mark = "TradeBot model 1";

    private static readonly ConcurrentDictionary<string, ForeignFormat> Foreign = new(StringComparer.Ordinal);

    /// <summary>Lets models of another library be read from here on; they are written without.</summary>
    /// <param name="format">The library's; the last one told under a name counts.</param>
    public static void Accept(ForeignFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        Foreign[format.Name] = format;
    }

    /// <summary>Writes a model.</summary>
    /// <exception cref="ArgumentException">The model is neither one of this library's nor an <see cref="IForeignModel"/>.</exception>
    public static void Write(IModel model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        ModelWriter.Write(model, writer);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a model's, or are one of another library that is not known here.</exception>
    public static IModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            string mark = reader.ReadString();
            if (mark != Mark)
                throw new InvalidDataException($"A model's file starts with '{Mark}'; this one does not.");
            return ModelReader.Read(reader);
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("The model's file ends early.", exception);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidDataException("The model's file is damaged: " + exception.Message, exception);
        }
    }

    internal static ForeignFormat FormatOf(string name) => Foreign.TryGetValue(name, out ForeignFormat? format)
        ? format
        : throw new InvalidDataException($"The model is one of {name}; reading it takes that library's bridge, made known by ModelFile.Accept. Known are: {(Foreign.IsEmpty ? "none" : string.Join(", ", Foreign.Keys.Order(StringComparer.Ordinal)))}.");

    internal static void WriteArray<T>(this BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes<T>(values));
    }

    internal static T[] ReadArray<T>(this BinaryReader reader)
        where T : unmanaged
    {
        int length = reader.ReadInt32();
        if (length is < 0 or > 1 << 28)
            throw new InvalidDataException($"The model's file is damaged: an array of {length} values.");

        // Grows with what is there: a damaged length must not claim memory that the bytes behind it do not fill.
        int size = Marshal.SizeOf<T>();
        byte[] bytes = reader.ReadBytes(length * size);
        if (bytes.Length != length * size)
            throw new EndOfStreamException();
        return MemoryMarshal.Cast<byte, T>(bytes).ToArray();
    }
}
