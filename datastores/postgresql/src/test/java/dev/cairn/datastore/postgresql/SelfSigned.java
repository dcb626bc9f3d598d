package dev.cairn.datastore.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate of {@code localhost} that nobody has signed, made by the JDK's {@code keytool}.
 *
 * @param store a key store in the format PKCS 12
 */
public record SelfSigned(Path store) {
    /** Of the key store. */
    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "server";

    /** Makes one in a directory. */
    public static SelfSigned in(Path directory) throws IOException, InterruptedException {
        Path store = directory.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.txt").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException(Files.readString(directory.resolve("keytool.txt")));
        }
        return new SelfSigned(store);
    }

    /** The key store, opened. */
    public KeyStore keyStore() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        return keys;
    }

    String certificate() throws IOException, GeneralSecurityException {
        return pem("CERTIFICATE", keyStore().getCertificate(ALIAS).getEncoded());
    }

    String key() throws IOException, GeneralSecurityException {
        return pem(
                "PRIVATE KEY", keyStore().getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
    }

    private static String pem(String what, byte[] bytes) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
