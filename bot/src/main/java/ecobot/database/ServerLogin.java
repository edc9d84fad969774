package ecobot.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;

/** The one way into a server that was started here. */
record ServerLogin(int port, String user, String password) {

    /** On a port that is free now, with a password that nobody knows. */
    static ServerLogin fresh() {
        return new ServerLogin(freePort(), "ecobot", randomPassword());
    }

    /** JDBC URL of a database, which must exist. */
    String jdbcUrl(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database
                + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                + "&rewriteBatchedStatements=true&tcpKeepAlive=true";
    }

    /** Connects to no database in particular. */
    Connection connect() throws SQLException {
        var login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        return DriverManager.getConnection(jdbcUrl(""), login);
    }

    /** Writes what makes a server that starts take this login and no other. To be deleted once it has: it holds the password. */
    void writeTo(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (!ServerCommand.isWindows()) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, """
                delete from mysql.global_priv where User not in ('mariadb.sys');
                flush privileges;
                create or replace user '%1$s'@'127.0.0.1' identified by '%2$s';
                create database if not exists ecobot character set utf8mb4 collate utf8mb4_unicode_ci;
                grant all on *.* to '%1$s'@'127.0.0.1';
                """.formatted(user, password));
    }

    @Override
    public String toString() {
        return user + "@127.0.0.1:" + port;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("no port is free on loopback", "close other programs", e);
        }
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
