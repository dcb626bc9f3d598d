package dev.cairn.samples.readme;

import java.io.IOException;
import java.util.List;

/**
 * Types the commands of {@code console} blocks into a shell, one after the other. The run that a command names is the one that
 * was printed last, whatever its id is on the page: no two runs have the same.
 */
final class Console {
    private static final String PROMPT = "$ ";

    private final Command shell;
    private String lastRun = "";

    Console(Command shell) {
        this.shell = shell;
    }

    /** The block as it looks with what the commands print now. */
    String replay(Block block) throws IOException, InterruptedException {
        StringBuilder screen = new StringBuilder();
        StringBuilder command = new StringBuilder();
        for (String shown : block.text().lines().toList()) {
            String line = lastRun.isEmpty() ? shown : Masks.RUN.matcher(shown).replaceAll(lastRun);
            boolean continued = !command.isEmpty();
            if (continued || line.startsWith(PROMPT)) {
                screen.append(line).append('\n');
                command.append(continued ? line : line.substring(PROMPT.length()))
                        .append('\n');
                if (!line.endsWith("\\")) {
                    String output =
                            shell.run(List.of("sh", "-c", command.toString())).output();
                    Masks.RUN.matcher(output).results().forEach(run -> lastRun = run.group());
                    screen.append(output);
                    command.setLength(0);
                }
            }
        }
        return screen.toString();
    }
}
