/**
 * Names of Docker's official images (the `library/` namespace of Docker Hub) as of 2026, deprecated ones included.
 * Only Docker can add to this namespace, so a single-word name that is a letter off one of these is a slip.
 */
export const officialImages: readonly string[] = `
adminer aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash
bonita buildpack-deps busybox caddy cassandra centos chronograf cirros clearlinux clefos clickhouse clojure
composer consul convertigo couchbase couchdb crate dart debian docker drupal eclipse-mosquitto eclipse-temurin
eggdrop elasticsearch elixir emqx erlang express-gateway fedora flink fluentd friendica gazebo gcc geonetwork ghost
golang gradle groovy haproxy haskell haxe hello-world hitch hola-mundo httpd hylang ibmjava influxdb irssi jetty
jobber joomla jruby julia kapacitor kibana kong krakend lightstreamer liquibase logstash mageia mariadb matomo maven
mediawiki memcached mongo mongo-express monica mono mysql nats nats-streaming neo4j neurodebian nextcloud nginx node
notary odoo open-liberty openjdk openmrs opensuse oraclelinux orientdb percona perl phoenix php php-zendserver
phpmyadmin photon plone postfixadmin postgres pypy python r-base rabbitmq rakudo-star redis redmine registry
rethinkdb rocket.chat rockylinux ros ruby rust sapmachine satosa scratch silverpeas sl solr sonarqube sourcemage
spark spiped storm swift swipl teamspeak telegraf thrift tomcat tomee traefik ubuntu unit varnish vault websphere-liberty
wordpress xwiki yourls znc zookeeper
`
  .trim()
  .split(/\s+/);
