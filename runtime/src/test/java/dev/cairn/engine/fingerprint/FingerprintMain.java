package dev.cairn.engine.fingerprint;

import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the fingerprints of a flow, after other classes were loaded. */
final class FingerprintMain {
    private FingerprintMain() {}

    public static void main(String[] arguments) throws Exception {
        String source = Files.readString(Path.of(arguments[1]));
        try (URLClassLoader loader = TestProgram.loader(Path.of(arguments[0]))) {
            for (String name : arguments[2].split(",")) {
                Class.forName(name, true, loader);
            }
            Class<?> flow = loader.loadClass("com.acme.Trip");
            FlowFingerprints fingerprints = FlowFingerprints.of(TestProgram.definition(flow, source));
            System.out.println(TestProgram.ofSteps(fingerprints, source));
        }
    }
}
