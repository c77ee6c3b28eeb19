package io.quittance.launcher;

import io.quittance.launcher.process.PidFile;
import io.quittance.launcher.process.Server;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code ./run} itself: one stack per data folder, until Ctrl-C. */
final class StartCommand {
    private static final Duration WATCH = Duration.ofSeconds(1);

    private final ProjectFolder project;
    private final StackFolders folders;
    private final Map<String, String> environment;
    private final PrintStream out;
    private volatile boolean ending;

    StartCommand(ProjectFolder project, StackFolders folders, Map<String, String> environment, PrintStream out) {
        this.project = project;
        this.folders = folders;
        this.environment = environment;
        this.out = out;
    }

    int run(boolean reset) {
        long begin = System.nanoTime();
        try (FileChannel channel = lockFile();
                FileLock lock = tryLock(channel)) {
            PidFile pid = new PidFile(folders.pid("launcher"));
            if (lock == null) {
                throw new LaunchFailure("This data folder is in use by another ./run"
                        + pid.living().map(other -> " (process " + other.pid() + ")").orElse("")
                        + ": stop that one with Ctrl-C, or name another folder with QUITTANCE_DATA=...");
            }
            pid.write(ProcessHandle.current());
            if (reset) {
                reset();
            }
            Stack stack = stack();
            Thread onSignal = new Thread(() -> end(stack, pid));
            Runtime.getRuntime().addShutdownHook(onSignal);
            stack.start();
            Announcement announcement = new Announcement(stack, folders, demo(), out);
            announcement.print(Duration.ofNanos(System.nanoTime() - begin));
            return watch(stack, announcement);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel lockFile() throws IOException {
        Files.createDirectories(folders.root());
        return FileChannel.open(folders.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Held by the system until this process ends, however it ends; null when somebody else holds it. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private void reset() {
        folders.endLeftovers();
        folders.deleteData();
        out.println("Deleted all data in " + folders.root());
    }

    private Stack stack() {
        StackBuilder plan = new StackBuilder(project)
                .data(folders.root())
                .ports(StackPorts.of(environment))
                .property("quittance.demo", demo() ? "on" : "off")
                .progress(out::println);
        DatabaseAccess.of(environment).ifPresent(plan::database);
        String heap = environment.getOrDefault("QUITTANCE_HEAP", "");
        return (heap.isBlank() ? plan : plan.heap(heap)).build();
    }

    private boolean demo() {
        return !environment.getOrDefault("QUITTANCE_DEMO", "on").equals("off");
    }

    private void end(Stack stack, PidFile pid) {
        ending = true;
        out.println("Stopping");
        stack.stop();
        pid.delete();
        out.println("Stopped; the data stays in " + folders.root());
    }

    /** Returns when a process of ours has ended by itself. */
    private int watch(Stack stack, Announcement announcement) {
        List<Server> servers = stack.servers();
        while (true) {
            announcement.printLogins();
            for (Server server : servers) {
                if (!server.isAlive() && !ending) {
                    System.err.println("run: " + server.name() + " has ended by itself; its log is in " + folders.root().resolve("logs"));
                    return 1;
                }
            }
            try {
                Thread.sleep(WATCH);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
    }
}
