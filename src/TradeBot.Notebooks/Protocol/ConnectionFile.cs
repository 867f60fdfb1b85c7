using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Where a front end expects its kernel: the address, a port per channel, and the key that signs messages.</summary>
/// <param name="Address">The address to bind.</param>
/// <param name="ShellPort">Requests; 0 for any free port, as with the other channels.</param>
/// <param name="IopubPort">Outputs and states, to all who listen.</param>
/// <param name="StdinPort">Questions to the person.</param>
/// <param name="ControlPort">Interrupt and shutdown, past the queue of requests.</param>
/// <param name="HeartbeatPort">Echoes.</param>
/// <param name="Key">Empty when messages are not signed.</param>
/// <param name="SignatureScheme">Such as <c>hmac-sha256</c>.</param>
public sealed record ConnectionFile(
    IPAddress Address, int ShellPort, int IopubPort, int StdinPort, int ControlPort, int HeartbeatPort, string Key, string SignatureScheme)
{
    /// <summary>Reads the JSON file that a front end writes before it starts the kernel.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The file is not a connection file, or requests something that this kernel does not support.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ConnectionFile Load(string path)
    {
        try
        {
            JsonNode file = JsonNode.Parse(File.ReadAllText(path)) ?? throw new JsonException("The file contains null.");
            string transport = file["transport"]?.GetValue<string>() ?? "tcp";
            if (transport != "tcp")
                throw new ArgumentException($"{path} asks for the transport {transport}; this kernel supports only tcp.");
            int Port(string name) => file[name]?.GetValue<int>() ?? throw new JsonException($"{name} is missing.");
            return new ConnectionFile(
                ParseAddress(file["ip"]?.GetValue<string>() ?? "127.0.0.1"),
                Port("shell_port"), Port("iopub_port"), Port("stdin_port"), Port("control_port"), Port("hb_port"),
                file["key"]?.GetValue<string>() ?? "",
                file["signature_scheme"]?.GetValue<string>() ?? MessageSigner.DefaultScheme);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            throw new ArgumentException($"{path} is not a connection file of Jupyter: {error.Message}", nameof(path), error);
        }
    }

    private static IPAddress ParseAddress(string text) => text switch
    {
        "*" => IPAddress.Any,
        "localhost" => IPAddress.Loopback,
        _ => IPAddress.Parse(text),
    };
}
