package dev.cairn.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The window of the terminal on which this process runs. Java knows no size, so {@code stty} is asked; where that is missing, a window
 * has 24 lines of 80 columns.
 */
final class TerminalWindow {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5}) (\\d{1,5})\\s*");
    private static final Size USUAL = new Size(24, 80);

    private TerminalWindow() {}

    /** Lines and columns, at least one of each. */
    record Size(int lines, int columns) {}

    /** Whether input and output of this process are a terminal that knows how to move the cursor. */
    @SuppressWarnings("SystemConsoleNull") // isTerminal(console) is asked as well
    static boolean isThere(Map<String, String> environment) {
        Console console = System.console();
        String kind = environment.getOrDefault("TERM", "");
        boolean able = !kind.equals("dumb") && (!kind.isEmpty() || File.separatorChar == '\\');
        return console != null && able && isTerminal(console);
    }

    /** From Java 22 on there is a console without a terminal too. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Its size now. */
    static Size size() {
        File terminal = new File("/dev/tty");
        if (!terminal.exists()) {
            return USUAL;
        }
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return USUAL;
            }
            return parse(new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return USUAL;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }

    /** What {@code stty size} prints; a serial line says zero. */
    static Size parse(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            return USUAL;
        }
        Size size = new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        return size.lines() < 1 || size.columns() < 1 ? USUAL : size;
    }
}
