package dev.cairn.samples.readme;

import java.io.IOException;
import java.util.List;

/** Types the commands of a {@code console} block into a shell, one after the other. */
final class Console {
    private static final String PROMPT = "$ ";

    private final Command shell;

    Console(Command shell) {
        this.shell = shell;
    }

    /** The block as it looks with what the commands print now. */
    String replay(Block block) throws IOException, InterruptedException {
        StringBuilder screen = new StringBuilder();
        StringBuilder command = new StringBuilder();
        for (String line : block.text().lines().toList()) {
            boolean continued = !command.isEmpty();
            if (continued || line.startsWith(PROMPT)) {
                screen.append(line).append('\n');
                command.append(continued ? line : line.substring(PROMPT.length()))
                        .append('\n');
                if (!line.endsWith("\\")) {
                    screen.append(
                            shell.run(List.of("sh", "-c", command.toString())).output());
                    command.setLength(0);
                }
            }
        }
        return screen.toString();
    }
}
