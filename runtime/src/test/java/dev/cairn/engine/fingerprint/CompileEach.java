package dev.cairn.engine.fingerprint;

import java.nio.file.Path;
import java.util.List;

/** Compiles the folder {@code sources} of each directory into {@code others} beside it, with the JDK that runs this. */
final class CompileEach {
    private CompileEach() {}

    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of("--release", arguments[0]);
        for (String directory : List.of(arguments).subList(1, arguments.length)) {
            TestProgram.compile(Path.of(directory, "sources"), Path.of(directory, "others"), options);
        }
    }
}
