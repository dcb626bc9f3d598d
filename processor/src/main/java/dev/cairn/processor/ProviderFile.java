package dev.cairn.processor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/** The file of the output in which {@link java.util.ServiceLoader} finds flows. */
final class ProviderFile {
    private static final String NAME = "META-INF/services/dev.cairn.runtime.FlowProvider";

    private final Filer filer;

    ProviderFile(Filer filer) {
        this.filer = filer;
    }

    /** The classes that an earlier compilation listed; none if there is no such file, or it cannot be read. */
    List<String> read() {
        try (BufferedReader reader = new BufferedReader(
                filer.getResource(StandardLocation.CLASS_OUTPUT, "", NAME).openReader(true))) {
            return reader.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException absent) {
            return List.of();
        }
    }

    void write(Collection<String> classes) throws IOException {
        try (Writer writer =
                filer.createResource(StandardLocation.CLASS_OUTPUT, "", NAME).openWriter()) {
            for (String name : classes) {
                writer.write(name + "\n");
            }
        }
    }
}
