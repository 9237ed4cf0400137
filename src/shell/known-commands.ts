const names = `
7z adduser alias ansible apk apt apt-cache apt-get apt-key arp awk az base64 basename bash brctl brew bundle bzip2 cargo cat cd chgrp chmod chown choco
capsh chroot chsh clear cmake code cp crontab ctr curl cut cypress date dd deno df diff dig dirname dmesg dnf dnsmasq docker docker-compose docker-machine dockerd
dpkg du echo egrep env ethtool eval exec exit export expr false ffmpeg fgrep file find flask free gcc gcloud getent git go gpasswd gpg gradle
grep groupadd groups gunzip gzip head helm heroku hexdump history hostname htop htpasswd http id ifconfig install ip iptables java javac jobs journalctl jq
k3d kill killall kind kubectl kustomize ldd less ln locate logout ls lsb_release lsblk lscpu lsns lsof mach make man md5sum minikube mkdir mkfifo mktemp
modprobe mongo mongosh more mount mv mvn mysql mysqladmin mysqldump nano nc ncat neofetch netstat newgrp nginx nl node nohup npm npx nproc nsenter nslookup
nvidia-smi openssl pacman passwd pg_dump pg_isready pgrep php pidof ping pip pip3 pipenv pkill pnpm podman poetry popd printenv printf ps psql
pushd pwd python python3 rails read readlink realpath redis-benchmark redis-cli redis-server reset rm rmdir route rpm rsync ruby rustc scp
sed seq service set sha256sum sh shuf skopeo sleep sort source split sqlite3 ss ssh ssh-keygen stat stdbuf strace stress su sudo sync sysctl systemctl
tail tar tcpdump tee telnet terraform test time timeout top touch tr traceroute trap tree true type ufw ulimit umask umount uname uniq
unset unshare unzip update-alternatives useradd usermod uvicorn vi vim wait watch wc wget whereis which whoami winget xargs xxd yarn yes yum zcat zip zypper
cqlsh createdb createuser dropdb dropuser envsubst mariadb mariadb-admin mariadb-dump mongodump mongorestore pg_basebackup pg_ctl pg_restore
pytest rabbitmqctl redis-sentinel
figlet cowsay lolcat bun buildah nerdctl compose-bridge ctop dive trivy hadolint act stern k9s tini if for while until case function
`;

const known = new Set(names.trim().split(/\s+/));

/** Whether a word is the name of a command that shell text in tutorials usually begins with, or a path to a program. */
export function isKnownCommand(word: string): boolean {
  return (
    known.has(word) || /^(?:\.{1,2}|~)?\/(?:[\w.-]+\/)*[\w.-]+$/.test(word) || /^[A-Za-z_]\w*=\S*$/.test(word)
  );
}
