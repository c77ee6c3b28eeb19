package io.quittance.host;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.JarPluginLoader;
import org.pf4j.JarPluginManager;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.Plugin;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginState;

/**
 * One class loader for each plugin, by PF4J. All calls are made one after the other, since PF4J is not made for several
 * threads (pf4j#421).
 */
final class ClassRooms {

    private static final String SPI = "io.quittance.spi.";

    private final PlainPf4j manager;

    ClassRooms(Path folder) {
        this.manager = new PlainPf4j(folder);
    }

    /**
     * Loads and starts an archive.
     *
     * @throws PluginRuntimeException when PF4J cannot; nothing of it stays then
     */
    synchronized ClassLoader open(String id, Path archive) {
        String loaded = manager.loadPlugin(archive);
        if (!id.equals(loaded)) {
            throw new PluginRuntimeException("loaded plugin {} instead of {}", loaded, id);
        }
        PluginState state = manager.startPlugin(id);
        if (state != PluginState.STARTED) {
            close(id);
            throw new PluginRuntimeException("plugin {} is {} after its start", id, state);
        }
        return manager.getPluginClassLoader(id);
    }

    /**
     * New instances of what the plugin offers for an SPI interface. Runs the plugin's code.
     *
     * <p>By the JDK's loader of services rather than PF4J's finder of the same files, which finds nothing and says
     * nothing when an archive has no entry for the folder itself.
     */
    static <T> List<T> extensions(ClassLoader room, Class<T> type) {
        return ServiceLoader.load(type, room).stream()
            .filter(provider -> provider.type().getClassLoader() == room)
            .map(ServiceLoader.Provider::get).toList();
    }

    /** Stops and unloads. Each by itself: PF4J's own way to stop all fails on its own list (pf4j#656). */
    synchronized void close(String id) {
        if (manager.getPlugin(id) != null) {
            manager.stopPlugin(id);
            manager.unloadPlugin(id);
        }
    }

    /** PF4J with everything off that we do not need: no plugin classes, no annotations, no development mode. */
    private static final class PlainPf4j extends JarPluginManager {

        private PlainPf4j(Path folder) {
            super(folder);
        }

        @Override
        protected PluginDescriptorFinder createPluginDescriptorFinder() {
            return new ManifestPluginDescriptorFinder();
        }

        @Override
        protected PluginFactory createPluginFactory() {
            return wrapper -> new Plugin();
        }

        @Override
        protected PluginLoader createPluginLoader() {
            return new JarPluginLoader(this) {
                @Override
                protected PluginClassLoader createPluginClassLoader(Path path, PluginDescriptor descriptor) {
                    return new Room(PlainPf4j.this, descriptor);
                }
            };
        }
    }

    /** The plugin's own classes first, the SPI always from the platform. */
    private static final class Room extends PluginClassLoader {

        private Room(PlainPf4j manager, PluginDescriptor descriptor) {
            super(manager, descriptor, new Window(), ClassLoadingStrategy.PDA);
        }

        @Override
        protected boolean shouldDelegateToParent(String className) {
            return className.startsWith(SPI);
        }
    }

    /** All that a plugin sees of the platform: the SPI and the JDK, none of our classes, libraries or resources. */
    private static final class Window extends ClassLoader {

        private Window() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(SPI)) {
                return ClassRooms.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
